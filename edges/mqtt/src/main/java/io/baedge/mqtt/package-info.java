/// Topics, the lean MQTT 5 client of the badge, the adapter to an external broker.
@NullMarked
package io.baedge.mqtt;

import org.jspecify.annotations.NullMarked;
