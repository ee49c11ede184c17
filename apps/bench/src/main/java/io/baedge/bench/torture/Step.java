package io.baedge.bench.torture;

import java.util.Optional;

/// One kind of fault.
interface Step {
  /// One word.
  String name();

  /// What the machine lacks for it, in a few words; empty when it can run.
  Optional<String> missing();

  /// Does it and counts. What the tally was told is kept also when this ends with an exception.
  void run(Room room, Tally tally) throws InterruptedException, TortureFailed;
}
