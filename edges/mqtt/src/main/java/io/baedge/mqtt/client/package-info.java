/// The lean MQTT 5 client of the badge: one selector thread carries one client or thousands.
@NullMarked
package io.baedge.mqtt.client;

import org.jspecify.annotations.NullMarked;
