package io.baedge.screen.library;

import io.baedge.screen.compose.Values;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// Values to look at screens with. They name every key that the built-in screens use.
public final class SampleValues {
  private SampleValues() {}

  /// Ada Lovelace, a speaker, on the first morning of a conference.
  public static Values adaLovelace() {
    Map<String, String> v = new TreeMap<>();
    v.put("wearer.name", "Ada Lovelace");
    v.put("wearer.title", "Speaker");
    v.put("wearer.company", "Analytical Engines");
    v.put("wearer.social", "@ada");
    v.put("wearer.link", "https://example.org/ada");
    v.put("wearer.role", "Speaker");
    v.put("conference.name", "Edge Days 2026");
    v.put("conference.link", "https://example.org/edge-days");
    v.put("conference.dates", "14–16 September");
    v.put("conference.place", "Hall 3");
    v.put("badge.id", "ada-lovelace");
    v.put("device.id", "k7m2q9x4t6w3r5zn");
    v.put("hardware.model", "Raspberry Pi Zero 2 W");
    v.put("hardware.panel", "2in9_V2");
    v.put("hardware.arch", "arm64");
    v.put("hardware.memory", "512 MB");
    v.put("hardware.battery", "87 %");
    v.put("hardware.version", "0.1.0");
    v.put("nomad.alloc", "1a2b3c4d");
    v.put("nomad.address", "10.0.12.34:2343");
    v.put("nomad.version", "1.9.3");
    v.put("claim.code", "K7M2-Q9X4");
    v.put("claim.url", "https://hub.example.org/claim/K7M2Q9X4");
    v.put("announcement.title", "Please leave the hall");
    v.put(
        "announcement.text",
        "Walk to the nearest exit. Do not use the lifts. Meet at the fountain.");
    v.put("schedule.now.title", "Opening keynote: computing at the edge of human and machine");
    v.put("schedule.now.room", "Main hall");
    v.put("schedule.now.time", "09:30–10:15");
    return Values.of(v)
        .withList(
            "schedule.next",
            List.of(
                session("10:30", "Room 2", "Fault tolerance on the edge"),
                session("11:15", "Main hall", "Scheduling for a thousand small batteries"),
                session("12:00", "Foyer", "Lunch"),
                session("13:30", "Room 1", "E-paper up close")));
  }

  private static Map<String, String> session(String time, String room, String title) {
    Map<String, String> session = new TreeMap<>();
    session.put("time", time);
    session.put("room", room);
    session.put("title", title);
    return session;
  }
}
