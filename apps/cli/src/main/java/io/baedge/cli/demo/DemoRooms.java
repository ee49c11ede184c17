package io.baedge.cli.demo;

import io.baedge.hubserver.importer.ImportedSchedule;
import io.baedge.hubserver.importer.ScheduleFile;
import io.baedge.model.codec.Decoded;
import io.baedge.model.codec.DocCodec;
import io.baedge.model.desired.Session;
import java.nio.charset.StandardCharsets;
import java.time.OffsetDateTime;
import java.util.List;

/** Where the people of the demo go: the rooms of its schedule, the keynote's first. */
record DemoRooms(List<String> names, List<Session> sessions) {
  static DemoRooms of(OffsetDateTime firstStart) {
    byte[] json =
        DocCodec.toJson(DemoConference.schedule(firstStart)).getBytes(StandardCharsets.UTF_8);
    return switch (ScheduleFile.read(json)) {
      case Decoded.Ok<ImportedSchedule>(ImportedSchedule read) ->
          new DemoRooms(
              read.sessions().stream().map(Session::room).distinct().toList(), read.sessions());
      case Decoded.Malformed<ImportedSchedule>(String reason) ->
          throw new IllegalStateException("the demo's schedule is broken: " + reason);
    };
  }
}
