/// MQTT 5 packets and their bytes, both directions, without any input or output.
@NullMarked
package io.baedge.mqtt.wire;

import org.jspecify.annotations.NullMarked;
