package io.baedge.badgelinux.config;

import io.baedge.badge.local.ButtonPlan;
import io.baedge.badge.tier.TierSettings;
import io.baedge.badge.uplink.HubAddress;
import io.baedge.badge.uplink.Way;
import io.baedge.badge.value.ValueSource;
import io.baedge.badgelinux.gauge.GaugeKind;
import io.baedge.kit.journal.JournalSettings;
import io.baedge.model.id.SiteId;
import io.baedge.model.panel.PanelModel;
import io.baedge.model.panel.Rotation;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What a badge process needs to know before it starts.
 *
 * @param state directory of everything the badge writes
 * @param ways the uplinks, the preferred first; none = the badge lives on its own
 * @param texts what screens show where the hub says nothing, by their keys
 */
public record BadgeConfig(
    SiteId site,
    Path state,
    Glass glass,
    List<Way> ways,
    Http http,
    Habits habits,
    Map<String, String> texts) {

  /**
   * What the badge does in its tiers, what runs beside it, what it tells and keeps meanwhile, and
   * whom it trusts.
   *
   * @param journal how much of the card records may take
   * @param authorities file with the certificates of those who may sign a hub's; empty for those
   *     that the Java runtime brings
   * @param board what measures, wakes and is pressed
   * @param values where values for screens come from
   */
  public record Habits(
      LogLevel logLevel,
      TierSettings tiers,
      Workloads workloads,
      JournalSettings journal,
      Optional<Path> authorities,
      Board board,
      List<ValueSource> values) {
    public Habits {
      values = List.copyOf(values);
    }
  }

  /**
   * What is soldered and plugged to the board.
   *
   * @param gauge what measures battery and supply
   * @param clock whether the gauge's clock wakes the board from its naps
   * @param keys the GPIO lines of the buttons, numbers of the header (BCM); empty for none
   * @param buttons what they do
   */
  public record Board(GaugeKind gauge, boolean clock, List<Integer> keys, ButtonPlan buttons) {
    public Board {
      keys = List.copyOf(keys);
    }
  }

  public BadgeConfig {
    ways = List.copyOf(ways);
    texts = new TreeMap<>(texts);
  }

  /** The hubs of all uplinks. */
  public List<HubAddress> hubs() {
    return ways.stream().flatMap(way -> way.hubs().stream()).toList();
  }

  /** From which level on lines are written. */
  public LogLevel logLevel() {
    return habits.logLevel();
  }

  /** How much of the card records may take. */
  public JournalSettings journal() {
    return habits.journal();
  }

  /** File with the certificates of those who may sign a hub's. */
  public Optional<Path> authorities() {
    return habits.authorities();
  }

  /** Where values for screens come from. */
  public List<ValueSource> values() {
    return habits.values();
  }

  /** What is soldered and plugged to the board. */
  public Board board() {
    return habits.board();
  }

  /** What runs on the badge beside it. */
  public Workloads workloads() {
    return habits.workloads();
  }

  /** What the badge does in which tier. */
  public TierSettings tiers() {
    return habits.tiers();
  }

  /**
   * The panel.
   *
   * @param emulated whether it is not there
   * @param pace of an emulated one: 1 = as slow as the real one, 0 = at once
   * @param own what somebody brings to its pictures
   */
  public record Glass(PanelModel model, boolean emulated, double pace, Own own) {}

  /**
   * What somebody brings to the pictures.
   *
   * @param folder of own screens
   * @param theme file of the look that a conference brings
   * @param rotation how the badge is worn
   */
  public record Own(Optional<Path> folder, Optional<Path> theme, Rotation rotation) {}

  /**
   * The local page and API.
   *
   * @param port 0 lets the system choose
   * @param token needed for changes; empty = none is needed
   * @param title of the page
   */
  public record Http(String bind, int port, String token, String title) {}

  /** From which level on lines are written to standard error. */
  public enum LogLevel {
    DEBUG,
    INFO,
    WARNING,
    ERROR
  }
}
