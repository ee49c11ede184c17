/// What operators ask of the hub, and what they get.
@NullMarked
package io.baedge.hub.request;

import org.jspecify.annotations.NullMarked;
