package io.baedge.bench;

import io.baedge.badge.BadgeView;
import io.baedge.badge.local.ButtonPlan;
import io.baedge.badge.local.LocalAnswer;
import io.baedge.badge.local.LocalCommand;
import io.baedge.badgelinux.button.ButtonStatus;
import io.baedge.badgelinux.dbus.WifiStatus;
import io.baedge.badgelinux.gauge.GaugeStatus;
import io.baedge.badgelinux.http.BadgeAccess;
import io.baedge.badgelinux.sensor.BoardFacts;
import io.baedge.kit.settings.Setting;
import io.baedge.model.id.DeviceId;
import io.baedge.screen.java2d.ScriptGlyphs;
import io.baedge.screen.library.OwnScreens;
import java.util.List;

/// A badge that stays as it was when it had drawn: its status and its picture can be asked for.
record StillBadge(BadgeView view) implements BadgeAccess {
  private static UnsupportedOperationException notHere() {
    return new UnsupportedOperationException("this stage has only a status and a picture");
  }

  @Override
  public LocalAnswer ask(LocalCommand command) {
    return new LocalAnswer.Rejected("this badge does not change");
  }

  @Override
  public List<Setting> settings() {
    return List.of();
  }

  @Override
  public DeviceId device() {
    throw notHere();
  }

  @Override
  public String panel() {
    return StageProbe.PANEL;
  }

  @Override
  public GaugeStatus gauge() {
    throw notHere();
  }

  @Override
  public WifiStatus wifi() {
    throw notHere();
  }

  @Override
  public BoardFacts board() {
    throw notHere();
  }

  @Override
  public ButtonStatus keys() {
    throw notHere();
  }

  @Override
  public ButtonPlan buttons() {
    throw notHere();
  }

  @Override
  public ScriptGlyphs.Counts glyphs() {
    return new ScriptGlyphs.Counts(false, false, 0, 0, 0, 0, 0);
  }

  @Override
  public OwnScreens screens() {
    return OwnScreens.NONE;
  }

  @Override
  public String cardProblem() {
    return "";
  }

  @Override
  public long durableThrough() {
    return 0;
  }

  @Override
  public String title() {
    return "Baedge";
  }

  @Override
  public long refusedEvents() {
    return 0;
  }

  @Override
  public long malformedMessages() {
    return 0;
  }
}
