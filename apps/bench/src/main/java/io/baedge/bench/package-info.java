/// JMH benchmarks and load generators.
@NullMarked
package io.baedge.bench;

import org.jspecify.annotations.NullMarked;
