package io.baedge.bench;

import io.baedge.cli.CommandFailure;
import io.baedge.cli.Output;

/// What the commands have in common.
final class Benchmarks {
  private Benchmarks() {}

  /// Measures, prints, and gives the exit code.
  static int run(Benchmark benchmark, Output output) throws InterruptedException {
    Report report = benchmark.measure();
    output.print(report.toDoc(), report.toText());
    return 0;
  }

  /// The value, or a sentence that names the option.
  static int atLeast(String option, int value, int least) {
    if (value < least) {
      throw new CommandFailure(option + " is " + value + "; it must be " + least + " or more");
    }
    return value;
  }
}
