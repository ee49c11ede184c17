package io.baedge.cli.demo;

import io.baedge.cli.api.HubApi;
import io.baedge.model.doc.Doc;
import io.baedge.sim.crowd.CrowdSummary;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

/**
 * What a demo came to.
 *
 * @param document for machines
 * @param good every badge with power is connected and owned, nothing acknowledged is missing or
 *     twice, every glass is right
 */
public record DemoSummary(Doc.Fields document, boolean good) {

  static DemoSummary of(
      CrowdSummary crowd,
      Doc.Fields fleet,
      StoredCheck.Result stored,
      double seconds,
      Duration cpu,
      long rssMb) {
    Doc.Fields samples =
        Doc.fields()
            .put("taken", crowd.samples().taken())
            .put("acknowledged", crowd.samples().acknowledged())
            .put("stored", stored.stored())
            .put(
                "duplicates_dropped",
                HubApi.number(HubApi.fields(fleet, "samples"), "duplicatesDropped"))
            .put("missing", stored.missing())
            .put("twice", stored.twice())
            .build();
    Doc.Fields screens =
        Doc.fields().put("desired", crowd.owned()).put("on_glass", crowd.withPicture()).build();
    boolean good = settled(crowd) && stored.missing() == 0 && stored.twice() == 0;
    return new DemoSummary(
        Doc.fields()
            .put("badges", crowd.devices())
            .put("connected", crowd.connected())
            .put("seconds", new Doc.Real(StrictMath.round(seconds * 10) / 10.0))
            .put("samples", samples)
            .put("screens", screens)
            .put("cpu_seconds", new Doc.Real(cpu.toMillis() / 1000.0))
            .put("rss_mb", rssMb)
            .build(),
        good);
  }

  /** Whether every badge is as it should be; one without a battery, pulled or empty, cannot be. */
  static boolean settled(CrowdSummary crowd) {
    return crowd.connected() == crowd.on()
        && crowd.owned() == crowd.on()
        && crowd.withPicture() == crowd.owned();
  }

  /** For people. */
  public String text() {
    Doc.Fields samples = HubApi.fields(document, "samples");
    Doc.Fields screens = HubApi.fields(document, "screens");
    return String.join(
        "\n",
        HubApi.number(document, "connected")
            + " of "
            + HubApi.number(document, "badges")
            + " badges are connected; the first time all were, after "
            + real("seconds")
            + " s",
        "samples: "
            + HubApi.number(samples, "acknowledged")
            + " acknowledged of "
            + HubApi.number(samples, "taken")
            + " taken, "
            + HubApi.number(samples, "stored")
            + " stored, "
            + HubApi.number(samples, "duplicates_dropped")
            + " duplicates dropped, "
            + HubApi.number(samples, "missing")
            + " missing, "
            + HubApi.number(samples, "twice")
            + " twice",
        "glasses: "
            + HubApi.number(screens, "on_glass")
            + " of "
            + HubApi.number(screens, "desired")
            + " show what they should",
        "hub and crowd: "
            + real("cpu_seconds")
            + " s of CPU, "
            + HubApi.number(document, "rss_mb")
            + " MB of memory");
  }

  private double real(String name) {
    return document.values().get(name) instanceof Doc.Real(double value) ? value : 0;
  }

  /** Resident memory of a process, KiB; 0 where the system does not tell. */
  static long rssKb(long pid) {
    try {
      return Files.readAllLines(Path.of("/proc", Long.toString(pid), "status")).stream()
          .filter(line -> line.startsWith("VmRSS:"))
          .map(line -> line.replaceAll("\\D", ""))
          .mapToLong(Long::parseLong)
          .findFirst()
          .orElse(0);
    } catch (IOException e) {
      return 0;
    }
  }
}
