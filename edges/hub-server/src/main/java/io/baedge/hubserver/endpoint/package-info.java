/// The embedded MQTT server of the hub: badges connect to it without a broker, and its
/// acknowledgement of a message means that the hub has committed it.
@NullMarked
package io.baedge.hubserver.endpoint;

import org.jspecify.annotations.NullMarked;
