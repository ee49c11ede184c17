/// Store, MQTT endpoint, web API, console, metrics and security of the hub.
@NullMarked
package io.baedge.hubserver;

import org.jspecify.annotations.NullMarked;
