/// Layers of desired values and what each device shall become.
@NullMarked
package io.baedge.hub.desired;

import org.jspecify.annotations.NullMarked;
