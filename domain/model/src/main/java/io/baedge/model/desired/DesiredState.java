package io.baedge.model.desired;

import io.baedge.model.wearer.WearerCard;
import java.util.List;
import java.util.Optional;

/**
 * What the hub wants a badge to be: states, never commands, so that applying twice changes nothing.
 *
 * @param wearer empty while nobody wears the badge
 * @param sessions the schedule, sorted by start, at most {@link
 *     io.baedge.model.Limits#SCHEDULE_SESSIONS}
 */
public record DesiredState(
    Ownership ownership,
    Optional<WearerCard> wearer,
    Conference conference,
    Shown shown,
    List<Session> sessions,
    Cadence cadence) {
  /** Of a device that nobody owns yet. */
  public static final DesiredState UNCLAIMED =
      new DesiredState(
          Ownership.UNCLAIMED,
          Optional.empty(),
          Conference.NONE,
          new Shown("wearer", Optional.empty(), Optional.empty(), List.of()),
          List.of(),
          Cadence.DEFAULT);

  public DesiredState {
    sessions = List.copyOf(sessions);
  }

  /**
   * What shall be on the glass.
   *
   * @param screen the default screen
   * @param playlist screens by time, at most {@link io.baedge.model.Limits#PLAYLIST_ENTRIES}
   */
  public record Shown(
      String screen,
      Optional<Push> push,
      Optional<Announcement> announcement,
      List<PlaylistEntry> playlist) {
    public Shown {
      playlist = List.copyOf(playlist);
    }

    /** Without a playlist. */
    public Shown(String screen, Optional<Push> push, Optional<Announcement> announcement) {
      this(screen, push, announcement, List.of());
    }
  }
}
