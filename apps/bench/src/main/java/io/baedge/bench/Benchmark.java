package io.baedge.bench;

/// Something that measures.
interface Benchmark {
  /// Takes as long as it takes.
  Report measure() throws InterruptedException;
}
