package io.baedge.badgelinux.http;

import io.baedge.badge.BadgeView;
import io.baedge.badge.local.ButtonPlan;
import io.baedge.badge.local.LocalAnswer;
import io.baedge.badge.local.LocalCommand;
import io.baedge.badgelinux.button.ButtonStatus;
import io.baedge.badgelinux.dbus.WifiStatus;
import io.baedge.badgelinux.gauge.GaugeStatus;
import io.baedge.badgelinux.sensor.BoardFacts;
import io.baedge.kit.settings.Setting;
import io.baedge.model.id.DeviceId;
import io.baedge.screen.java2d.ScriptGlyphs;
import io.baedge.screen.library.OwnScreens;
import java.util.List;

/** What page and API may see of a badge and do with it. Safe for many threads. */
public interface BadgeAccess {
  /** The badge as it is now. */
  BadgeView view();

  /** Does something at the badge and waits for the answer. */
  LocalAnswer ask(LocalCommand command) throws InterruptedException;

  /** Every setting with its source; secrets are masked. */
  List<Setting> settings();

  /** Who this device is. */
  DeviceId device();

  /** What the panel is, for people. */
  String panel();

  /** How the gauge of battery and supply does. */
  GaugeStatus gauge();

  /** What is known of the Wi-Fi by NetworkManager. */
  WifiStatus wifi();

  /** What the board is and how it does now. */
  BoardFacts board();

  /** How the keys of the board do. */
  ButtonStatus keys();

  /** What the buttons do. */
  ButtonPlan buttons();

  /** All screens that can be drawn, and what is wrong with own ones. */
  OwnScreens screens();

  /** What has drawn letters that the baked fonts lack. */
  ScriptGlyphs.Counts glyphs();

  /** What is wrong with the card; empty when all is well. */
  String cardProblem();

  /** Each record of this epoch up to here has been forced to the card or acknowledged. */
  long durableThrough();

  /** The title of the page. */
  String title();

  /** Events that were dropped because the badge was too busy. */
  long refusedEvents();

  /** Messages of the hub that could not be read. */
  long malformedMessages();
}
