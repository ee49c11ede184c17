package io.baedge.badge.screen;

import io.baedge.model.Now;
import io.baedge.model.desired.DesiredState;
import io.baedge.model.desired.Session;
import io.baedge.model.id.DeviceId;
import io.baedge.model.message.DeviceFacts;
import io.baedge.model.wearer.WearerCard;
import io.baedge.screen.compose.Values;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Map;
import java.util.TreeMap;

/** What the placeholders of screens stand for. Nothing in it changes by itself within a minute. */
final class PictureValues {
  private static final int MOST_LISTED = 8;
  private static final long SOON_MS = 12 * 3_600_000L;

  private final DeviceId device;
  private final Values own;
  private final Map<String, String> facts = new TreeMap<>();

  PictureValues(DeviceId device, DeviceFacts facts, Values own) {
    this.device = device;
    this.own = own;
    put(this.facts, "hardware.panel", facts.panel());
    put(this.facts, "hardware.os", facts.os());
    put(this.facts, "hardware.arch", facts.arch());
    put(this.facts, "hardware.version", facts.version());
    put(this.facts, "hardware.url", facts.localUrl());
    put(this.facts, "hardware.memory", facts.memoryMb() == 0 ? "" : facts.memoryMb() + " MB");
  }

  /** Whether the device itself knows who wears it. */
  boolean ownWearer() {
    return own.get("wearer.name").isPresent();
  }

  Values of(Scene scene, Now now) {
    DesiredState state = scene.desired().state();
    Map<String, String> texts = new TreeMap<>(facts);
    own.asMap().forEach(texts::put);
    put(texts, "hardware.battery", scene.battery());
    put(texts, "device.id", device.text());
    put(texts, "claim.code", device.claimCode());
    put(texts, "badge.id", scene.desired().badge().map(Object::toString).orElse(""));
    put(texts, "conference.name", state.conference().name());
    put(texts, "conference.link", state.conference().link());
    // A card is shown whole or not at all: no line of one person beside another's name.
    state.wearer().ifPresent(card -> wearer(texts, card));
    state
        .shown()
        .announcement()
        .ifPresent(
            a -> {
              put(texts, "announcement.title", a.title());
              put(texts, "announcement.text", a.text());
            });
    if (now.wallSynced()) {
      schedule(texts, state, now);
    } else {
      programme(texts, state);
    }
    scene.put().forEach((key, value) -> put(texts, "value." + key, value));
    return Values.of(texts);
  }

  private static void wearer(Map<String, String> texts, WearerCard card) {
    texts.keySet().removeIf(key -> key.startsWith("wearer."));
    put(texts, "wearer.name", card.name());
    put(texts, "wearer.title", card.title());
    put(texts, "wearer.company", card.company());
    put(texts, "wearer.social", card.social());
    put(texts, "wearer.link", card.link());
    put(texts, "wearer.role", card.role());
  }

  /** What runs, and what starts next within half a day, by start and then as the hub sorted it. */
  private static void schedule(Map<String, String> texts, DesiredState state, Now now) {
    ZoneId zone = ZoneId.of(state.conference().zone());
    boolean running = false;
    int coming = 0;
    for (Session session : state.sessions()) {
      if (session.startMs() <= now.wallMs() && now.wallMs() < session.endMs()) {
        if (!running) {
          running = true;
          String time = time(session.startMs(), zone) + "–" + time(session.endMs(), zone);
          session(texts, "schedule.now.", time, session);
        }
      } else if (session.startMs() > now.wallMs() && session.startMs() - now.wallMs() <= SOON_MS) {
        if (coming < MOST_LISTED) {
          String place = "schedule.next[" + coming++ + "].";
          session(texts, place, time(session.startMs(), zone), session);
        }
      }
    }
  }

  /** Nobody knows what runs: the sessions as the hub sorted them, none of them as running. */
  private static void programme(Map<String, String> texts, DesiredState state) {
    ZoneId zone = ZoneId.of(state.conference().zone());
    int listed = 0;
    for (Session session : state.sessions()) {
      if (listed < MOST_LISTED) {
        String place = "schedule.next[" + listed++ + "].";
        session(texts, place, time(session.startMs(), zone), session);
      }
    }
  }

  private static void session(
      Map<String, String> texts, String place, String time, Session session) {
    put(texts, place + "time", time);
    put(texts, place + "title", session.title());
    put(texts, place + "room", session.room());
    put(texts, place + "speakers", session.speakers());
  }

  private static String time(long wallMs, ZoneId zone) {
    LocalTime time = LocalTime.ofInstant(Instant.ofEpochMilli(wallMs), zone);
    return two(time.getHour()) + ":" + two(time.getMinute());
  }

  private static String two(int number) {
    return number < 10 ? "0" + number : Integer.toString(number);
  }

  private static void put(Map<String, String> texts, String key, String text) {
    if (!text.isEmpty()) {
      texts.put(
          key,
          text.length() <= Values.MAX_TEXT_LENGTH
              ? text
              : text.substring(0, Values.MAX_TEXT_LENGTH));
    }
  }

  /** When the schedule's values change next, on the monotonic clock. */
  static long nextChangeMonoMs(DesiredState state, Now now) {
    if (!now.wallSynced()) {
      return Long.MAX_VALUE;
    }
    long next = Long.MAX_VALUE;
    for (Session session : state.sessions()) {
      next = earlier(next, session.startMs() - SOON_MS, now);
      next = earlier(next, session.startMs(), now);
      next = earlier(next, session.endMs(), now);
    }
    return next == Long.MAX_VALUE ? next : now.monoMs() + (next - now.wallMs());
  }

  private static long earlier(long next, long wallMs, Now now) {
    return wallMs > now.wallMs() ? Math.min(next, wallMs) : next;
  }
}
