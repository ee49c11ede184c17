/// The message-level port between the hub and its badges, whatever carries the messages.
@NullMarked
package io.baedge.mqtt.hub;

import org.jspecify.annotations.NullMarked;
