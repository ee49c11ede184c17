package io.baedge.badgelinux.dbus;

import io.baedge.badgelinux.dbus.NetworkManager.AccessPoint;
import java.util.Optional;

/**
 * What is known of the Wi-Fi by NetworkManager.
 *
 * @param manager whether there is one to ask
 * @param accessPoint in use, as it was told last
 * @param problem why it told nothing or refused a network the last time; empty when all is well
 * @param joins networks that were asked for
 * @param failures of asking, of either kind
 */
public record WifiStatus(
    boolean manager,
    Optional<AccessPoint> accessPoint,
    String problem,
    long joins,
    long failures) {}
