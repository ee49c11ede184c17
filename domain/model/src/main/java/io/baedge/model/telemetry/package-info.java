/// Readings, samples, their columnar form and sets of sequence numbers.
@NullMarked
package io.baedge.model.telemetry;

import org.jspecify.annotations.NullMarked;
