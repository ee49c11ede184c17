package io.baedge.bench;

import io.baedge.bench.Report.Figure;
import io.baedge.bench.Report.Verdict;
import io.baedge.cli.CommandFailure;
import io.baedge.cli.Output;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code baedge bench hub}. */
@Command(
    name = "hub",
    description =
        "Telemetry over MQTT into a hub in a process of its own, acknowledged after commit to"
            + " SQLite with synchronous=FULL, the generator on the same processors; then what idle"
            + " badges cost.")
final class HubBench implements Benchmark, Callable<Integer> {
  private static final int LARGE_BATCH = 50;
  private static final double LEAST_MESSAGES = 20_000;
  private static final double LEAST_SAMPLES = 500_000;
  private static final double MOST_BYTES = 12;
  private static final double MOST_KB = 32;

  @Option(
      names = "--seconds",
      defaultValue = "10",
      paramLabel = "N",
      description = "Of measuring; half as long to warm up (default ${DEFAULT-VALUE}).")
  private int seconds = 10;

  @Option(
      names = "--clients",
      defaultValue = "100",
      paramLabel = "N",
      description = "Devices that publish (default ${DEFAULT-VALUE}).")
  private int clients = 100;

  @Option(
      names = "--under-way",
      defaultValue = "16",
      paramLabel = "N",
      description = "Messages of each without a receipt (default ${DEFAULT-VALUE}).")
  private int underWay = 16;

  @Option(
      names = "--idle",
      defaultValue = "2000",
      paramLabel = "N",
      description = "Devices that are connected and silent (default ${DEFAULT-VALUE}).")
  private int idle = 2_000;

  @Mixin private Output output = new Output();

  private long msPerSecond = 1_000;

  HubBench() {}

  /** With another length of its seconds. */
  HubBench(long msPerSecond, int clients, int idle) {
    this.msPerSecond = msPerSecond;
    this.seconds = 1;
    this.clients = clients;
    this.idle = idle;
  }

  /** One run. */
  private record Rate(
      double messages, double hubUs, double generatorUs, StoreFigures stored, int batch) {
    double samples() {
      return messages * batch;
    }

    double bytesPerSample() {
      return (double) stored.bytes() / Math.max(1, stored.samples());
    }
  }

  @Override
  public Integer call() throws InterruptedException {
    return Benchmarks.run(this, output);
  }

  @Override
  public Report measure() throws InterruptedException {
    Benchmarks.atLeast("--seconds", seconds, 1);
    Benchmarks.atLeast("--clients", clients, 1);
    Benchmarks.atLeast("--under-way", underWay, 1);
    Benchmarks.atLeast("--idle", idle, 1);
    List<Figure> figures = new ArrayList<>();
    try (WorkDirectory work = WorkDirectory.make()) {
      Rate single = rate(work, 1);
      figures.add(goal("messages/s, 1 sample each", "%.0f", single.messages, LEAST_MESSAGES, true));
      figures.add(cost("CPU per message", single));
      Rate large = rate(work, LARGE_BATCH);
      figures.add(
          goal(
              "samples/s, " + LARGE_BATCH + " a message",
              "%.0f",
              large.samples(),
              LEAST_SAMPLES,
              true));
      figures.add(Figure.of("messages/s of it", Machine.text("%.0f", large.messages)));
      figures.add(cost("CPU per message of " + LARGE_BATCH, large));
      figures.add(
          goal(
              "bytes of database per sample, " + LARGE_BATCH + " a message",
              "%.1f",
              large.bytesPerSample(),
              MOST_BYTES,
              false));
      figures.add(
          Figure.of(
              "bytes of database per sample, 1 a message",
              Machine.text("%.1f", single.bytesPerSample())));
      figures.addAll(idle(work));
    }
    return new Report(
        "hub: MQTT to SQLite (WAL, FULL), " + clients + " devices, " + underWay + " under way each",
        figures,
        List.of(
            Machine.noise(),
            "the generator shares the processors; its own CPU is what follows the plus sign",
            "every acknowledged sample was looked for in the closed store, and found",
            "memory per idle badge: resident size after a full collection, with and without them"));
  }

  private Rate rate(WorkDirectory work, int batch) throws InterruptedException {
    HubChild hub = HubChild.start(work.sub("hub-" + batch));
    long acknowledged;
    double perSecond;
    double hubMs;
    double generatorMs;
    long count;
    try (hub;
        HubLoad load = HubLoad.connect(hub.mqtt(), new HubLoad.Plan(clients, underWay, batch))) {
      load.start();
      Machine.pause(seconds * msPerSecond / 2);
      long before = load.acknowledged();
      long hubBeforeMs = hub.figures().cpuMs();
      double ownBeforeMs = Machine.ownCpuMs();
      long startNs = System.nanoTime();
      Machine.pause(seconds * msPerSecond);
      count = load.acknowledged() - before;
      perSecond = count / ((System.nanoTime() - startNs) / 1e9);
      hubMs = hub.figures().cpuMs() - hubBeforeMs;
      generatorMs = Machine.ownCpuMs() - ownBeforeMs;
      load.stop();
      acknowledged = load.acknowledged() * batch;
    }
    StoreFigures stored = StoreFigures.of(hub.database());
    if (stored.samples() < acknowledged) {
      throw new CommandFailure(
          acknowledged
              + " samples were acknowledged, but only "
              + stored.samples()
              + " are in the store; this is a defect of the hub");
    }
    double most = Math.max(1, count);
    return new Rate(perSecond, hubMs * 1e3 / most, generatorMs * 1e3 / most, stored, batch);
  }

  private List<Figure> idle(WorkDirectory work) throws InterruptedException {
    try (HubChild hub = HubChild.start(work.sub("hub-idle"))) {
      HubLoad.connect(hub.mqtt(), new HubLoad.Plan(1, 1, 1)).close();
      long emptyKb = hub.figuresWithoutRubbish().residentKb();
      try (HubLoad load = HubLoad.connect(hub.mqtt(), new HubLoad.Plan(idle, 1, 1))) {
        Machine.pause(msPerSecond);
        ProcessFigures full = hub.figuresWithoutRubbish();
        double perBadgeKb = (double) (full.residentKb() - emptyKb) / idle;
        Machine.pause(msPerSecond);
        long beforeMs = hub.figures().cpuMs();
        long startNs = System.nanoTime();
        Machine.pause(seconds * msPerSecond);
        double percent = (hub.figures().cpuMs() - beforeMs) / ((System.nanoTime() - startNs) / 1e8);
        load.acknowledged();
        return List.of(
            goal(
                "KB of hub per idle badge, " + idle + " badges",
                "%.1f",
                perBadgeKb,
                MOST_KB,
                false),
            Figure.of("resident memory of the hub with them", megabytes(full.residentKb())),
            Figure.of("CPU of the hub with them", Machine.text("%.1f %% of a core", percent)));
      }
    }
  }

  private static String megabytes(long kilobytes) {
    return Machine.text("%.0f MB", kilobytes / 1024.0);
  }

  private static Figure cost(String what, Rate rate) {
    return Figure.of(what, Machine.text("%.0f + %.0f us", rate.hubUs, rate.generatorUs));
  }

  private static Figure goal(
      String what, String format, double value, double bound, boolean least) {
    return new Figure(
        what,
        Machine.text(format, value),
        "",
        (least ? ">= " : "<= ") + Machine.text("%.0f", bound),
        Verdict.of(least ? value >= bound : value <= bound));
  }
}
