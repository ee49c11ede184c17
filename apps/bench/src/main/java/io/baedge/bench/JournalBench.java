package io.baedge.bench;

import io.baedge.bench.Report.Figure;
import io.baedge.bench.Report.Verdict;
import io.baedge.cli.Output;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code baedge bench journal}. */
@Command(
    name = "journal",
    description = "What a badge's records cost its card and its memory, and how fast they are.")
final class JournalBench implements Benchmark, Callable<Integer> {
  private static final int RECORDS_A_MINUTE = 1_440;
  private static final int RECORDS_FAST = 36_000;
  private static final long MINUTE_MS = 60_000;

  @Option(
      names = "--card-kib",
      defaultValue = "16384",
      paramLabel = "N",
      description = "Size of the journal in KiB (default ${DEFAULT-VALUE}).")
  private int cardKib = 16_384;

  @Mixin private Output output = new Output();

  JournalBench() {}

  JournalBench(int cardKib) {
    this.cardKib = cardKib;
  }

  @Override
  public Integer call() throws InterruptedException {
    return Benchmarks.run(this, output);
  }

  @Override
  public Report measure() throws InterruptedException {
    Benchmarks.atLeast("--card-kib", cardKib, 256);
    try (WorkDirectory work = WorkDirectory.make()) {
      List<String> command =
          Launch.likeABadge(
              JournalProbe.class,
              List.of(work.sub("records").toString(), Integer.toString(cardKib)),
              true);
      String[] probe;
      try (Child child = Child.start("journal", work.path(), command, Launch.environment())) {
        probe = child.firstLine().split(" ");
      }
      CardWear.Wear online = new CardWear().run(RECORDS_A_MINUTE, 1_000, true);
      CardWear.Wear slow = new CardWear().run(RECORDS_A_MINUTE, MINUTE_MS, false);
      CardWear.Wear fast = new CardWear().run(RECORDS_FAST, 100, false);
      return new Report(
          "badge: journal of " + cardKib + " KiB",
          List.of(
              new Figure(
                  "card bytes per record, online and acknowledged",
                  bytes(online),
                  "",
                  "0",
                  Verdict.of(online.blockBytes() + online.newFileBytes() == 0)),
              Figure.of("card bytes per record, offline, one a minute", bytes(slow)),
              Figure.of("card bytes per record, offline, ten a second", bytes(fast)),
              Figure.of("heap of the journal, empty card", probe[0] + " KiB"),
              Figure.of("heap of the journal, half full card", probe[1] + " KiB"),
              Figure.of("heap of the journal, full card", probe[2] + " KiB"),
              Figure.of("records on the full card", probe[3]),
              Figure.of("append in groups of 50, not forced", perSecond(probe)),
              Figure.of("append of a group of 50, forced", probe[5] + " ms"),
              Figure.of("recovery of the full card", probe[6] + " ms")),
          List.of(
              Machine.noise(),
              "card bytes: whole blocks of 4 KiB at each force, in virtual time on a simulated card;"
                  + " in brackets the zeros of new files, written once for the life of a card",
              "power, radio and board readings in turn; heap after full collections, with the JVM"
                  + " options of a badge; the rest on this machine's temporary directory"));
    }
  }

  private static String bytes(CardWear.Wear wear) {
    return Machine.text(
        "%.1f (+ %.1f)",
        (double) wear.blockBytes() / wear.records(), (double) wear.newFileBytes() / wear.records());
  }

  private static String perSecond(String[] probe) {
    double ms = Math.max(0.001, Double.parseDouble(probe[4]));
    return Machine.text("%.0f records/s", Long.parseLong(probe[3]) / ms * 1e3);
  }
}
