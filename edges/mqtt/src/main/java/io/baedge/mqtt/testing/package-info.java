/// Test support for everybody who speaks MQTT: a throw-away Mosquitto, a badge and a hub that
/// record, and the contract every [io.baedge.mqtt.hub.HubTransport] fulfils. Needs JUnit and
/// AssertJ on the class path; production code never looks in here.
@NullMarked
package io.baedge.mqtt.testing;

import org.jspecify.annotations.NullMarked;
