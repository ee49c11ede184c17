/// What the hub counts about itself.
@NullMarked
package io.baedge.hubserver.metrics;

import org.jspecify.annotations.NullMarked;
