/// A device's conversation with its hub in messages, over the lean MQTT client.
@NullMarked
package io.baedge.mqtt.badge;

import org.jspecify.annotations.NullMarked;
