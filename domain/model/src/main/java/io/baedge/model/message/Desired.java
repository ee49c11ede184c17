package io.baedge.model.message;

import io.baedge.model.desired.DesiredState;
import io.baedge.model.id.BadgeId;
import io.baedge.model.id.FencingToken;
import io.baedge.model.id.Revision;
import java.util.Optional;

/**
 * The whole state that the hub wants a device to take on.
 *
 * @param revision supersedes every lower one
 * @param token the hand-over of the badge to this device
 * @param badge empty while the device speaks for none
 */
public record Desired(
    Revision revision, FencingToken token, Optional<BadgeId> badge, DesiredState state)
    implements DownMessage {}
