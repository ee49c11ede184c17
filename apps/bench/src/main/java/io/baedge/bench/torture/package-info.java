/// Breaks real processes on purpose and counts what is lost: `baedge torture`.
@NullMarked
package io.baedge.bench.torture;

import org.jspecify.annotations.NullMarked;
