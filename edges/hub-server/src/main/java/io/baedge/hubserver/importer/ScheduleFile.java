package io.baedge.hubserver.importer;

import io.baedge.model.codec.Decoded;

/** Reads a conference schedule in the frab or pretalx form, JSON or XML. */
public final class ScheduleFile {
  private ScheduleFile() {}

  /** The schedule, or one sentence that says where it is broken. */
  public static Decoded<ImportedSchedule> read(byte[] bytes) {
    return TextBytes.decode(bytes).then(ScheduleFile::parse);
  }

  private static Decoded<ImportedSchedule> parse(String text) {
    String start = text.stripLeading();
    if (start.startsWith("{")) {
      return ScheduleJson.read(text);
    }
    if (start.startsWith("<")) {
      return ScheduleXml.read(text);
    }
    return new Decoded.Malformed<>(
        "the schedule is neither JSON nor XML; export it from frab or pretalx");
  }
}
