package io.baedge.badge;

import io.baedge.model.desired.Announcement;
import io.baedge.model.desired.Cadence;
import io.baedge.model.desired.Conference;
import io.baedge.model.desired.DesiredState;
import io.baedge.model.desired.Ownership;
import io.baedge.model.desired.PlaylistEntry;
import io.baedge.model.desired.Push;
import io.baedge.model.desired.Session;
import io.baedge.model.id.BadgeId;
import io.baedge.model.id.FencingToken;
import io.baedge.model.id.Revision;
import io.baedge.model.id.WearerId;
import io.baedge.model.message.Desired;
import io.baedge.model.wearer.WearerCard;
import java.util.List;
import java.util.Optional;

/** Builds what a hub wants. */
final class Wanted {
  long generation = 1;
  long n = 1;
  Ownership ownership = Ownership.OWNED;
  String badge = "b1";
  String wearer = "Ada";
  String screen = "wearer";
  Optional<Push> push = Optional.empty();
  Optional<Announcement> announcement = Optional.empty();
  List<PlaylistEntry> playlist = List.of();
  List<Session> sessions = List.of();
  String zone = "Europe/Berlin";
  Cadence cadence = Cadence.DEFAULT;

  static Wanted revision(long n) {
    var wanted = new Wanted();
    wanted.n = n;
    return wanted;
  }

  Desired build() {
    return new Desired(
        new Revision(generation, n),
        new FencingToken(n),
        badge.isEmpty() ? Optional.empty() : Optional.of(new BadgeId(badge)),
        new DesiredState(
            ownership,
            wearer.isEmpty() ? Optional.empty() : Optional.of(card(wearer)),
            new Conference("Camp", "https://camp.example", zone),
            new DesiredState.Shown(screen, push, announcement, playlist),
            sessions,
            cadence));
  }

  static WearerCard card(String name) {
    return new WearerCard(new WearerId("k-" + name), name, "", "", "", "", "");
  }
}
