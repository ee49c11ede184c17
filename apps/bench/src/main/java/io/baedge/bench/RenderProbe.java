package io.baedge.bench;

import io.baedge.model.panel.PanelModel;
import io.baedge.screen.PackedFrame;
import io.baedge.screen.PanelPacking;
import io.baedge.screen.compose.Composition;
import io.baedge.screen.compose.Values;
import io.baedge.screen.library.SampleValues;
import io.baedge.screen.library.ScreenRenderer;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;

/// A process of its own, with the JVM options of a badge: draws the wearer screen again and again,
/// each time for another wearer so that nothing remembered helps, and prints the CPU time of one.
final class RenderProbe {
  private static final int BATCH = 50;

  private RenderProbe() {}

  /// Arguments: frames to warm up with, frames to measure. Prints the median over batches of the
  /// mean microseconds of CPU per frame, and the microseconds of the very first frame.
  public static void main(String[] args) {
    int warmUp = Integer.parseInt(args[0]);
    int frames = Integer.parseInt(args[1]);
    PanelModel panel = PanelModel.find("2in9b_V4").orElseThrow();
    ThreadMXBean threads = ManagementFactory.getThreadMXBean();
    long firstNs = threads.getCurrentThreadCpuTime();
    var renderer = new ScreenRenderer();
    long sink = draw(renderer, panel, 0);
    firstNs = threads.getCurrentThreadCpuTime() - firstNs;
    for (int i = 1; i < warmUp; i++) {
      sink += draw(renderer, panel, i);
    }
    int batches = Math.max(1, frames / BATCH);
    double[] costs = new double[batches];
    for (int b = 0; b < batches; b++) {
      long before = threads.getCurrentThreadCpuTime();
      for (int i = 0; i < BATCH; i++) {
        sink += draw(renderer, panel, warmUp + b * BATCH + i);
      }
      costs[b] = (threads.getCurrentThreadCpuTime() - before) / 1e3 / BATCH;
    }
    // The sink goes out too, so that no compiler can leave the work out.
    System.out.println(Machine.text("%.1f %.1f %d", Machine.median(costs), firstNs / 1e3, sink));
  }

  private static long draw(ScreenRenderer renderer, PanelModel panel, int number) {
    Values values =
        SampleValues.adaLovelace()
            .with("wearer.name", "Ada Lovelace " + number)
            .with("wearer.link", Machine.text("https://example.org/ada%04d", number % 10_000));
    Composition picture = renderer.render("wearer", panel, values).orElseThrow();
    PackedFrame packed = PanelPacking.pack(picture.frame(), panel);
    return (long) packed.first()[number % packed.first().length] + packed.second().length;
  }
}
