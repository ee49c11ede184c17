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
 * @param good everybody connected, nothing acknowledged is missing or twice, every glass is right
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
    boolean good =
        crowd.connected() == crowd.devices()
            && stored.missing() == 0
            && stored.twice() == 0
            && crowd.withPicture() == crowd.owned();
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
