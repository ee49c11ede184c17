/// The hub as a client of an external MQTT broker.
@NullMarked
package io.baedge.mqtt.broker;

import org.jspecify.annotations.NullMarked;
