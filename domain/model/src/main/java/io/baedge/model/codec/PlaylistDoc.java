package io.baedge.model.codec;

import io.baedge.model.Limits;
import io.baedge.model.desired.PlaylistEntry;
import io.baedge.model.doc.Doc;
import io.baedge.model.doc.DocReader;
import java.util.ArrayList;
import java.util.List;

/** A playlist as a document; what an entry does not say is left out. */
public final class PlaylistDoc {
  /** Names of the values of an entry. */
  public static final List<String> FIELDS =
      List.of("screen", "fromMs", "toMs", "fromMinute", "toMinute", "everyMinutes", "forMinutes");

  private static final long FOREVER_MS = 253_402_300_799_000L;

  private PlaylistDoc() {}

  static Doc.Fields write(PlaylistEntry entry) {
    Doc.Builder doc = Doc.fields().put("screen", entry.screen());
    putUnless(doc, "fromMs", entry.fromMs(), 0);
    putUnless(doc, "toMs", entry.toMs(), 0);
    putUnless(doc, "fromMinute", entry.fromMinute(), 0);
    putUnless(doc, "toMinute", entry.toMinute(), PlaylistEntry.DAY_MINUTES);
    putUnless(doc, "everyMinutes", entry.everyMinutes(), 0);
    putUnless(doc, "forMinutes", entry.forMinutes(), PlaylistEntry.FOR_MINUTES);
    return doc.build();
  }

  private static void putUnless(Doc.Builder doc, String name, long value, long otherwise) {
    if (value != otherwise) {
      doc.put(name, value);
    }
  }

  static List<PlaylistEntry> read(DocReader doc) {
    List<PlaylistEntry> entries = new ArrayList<>();
    for (DocReader entry : doc.objects("playlist", Limits.PLAYLIST_ENTRIES)) {
      entries.add(entry(entry));
    }
    return entries;
  }

  private static PlaylistEntry entry(DocReader doc) {
    int day = PlaylistEntry.DAY_MINUTES;
    var entry =
        new PlaylistEntry(
            doc.text("screen", Limits.SHORT_CHARS),
            doc.integer("fromMs", 0, FOREVER_MS, 0),
            doc.integer("toMs", 0, FOREVER_MS, 0),
            (int) doc.integer("fromMinute", 0, day, 0),
            (int) doc.integer("toMinute", 0, day, day),
            (int) doc.integer("everyMinutes", 0, day, 0),
            (int) doc.integer("forMinutes", 1, day, PlaylistEntry.FOR_MINUTES));
    if (entry.toMs() != 0 && entry.toMs() <= entry.fromMs()) {
      doc.problem("toMs", "is not after fromMs; swap the two times");
    }
    int least = PlaylistEntry.LEAST_MINUTES;
    boolean rhythm = entry.everyMinutes() > 0;
    if (rhythm
        && (entry.forMinutes() < least || entry.everyMinutes() - entry.forMinutes() < least)) {
      doc.problem(
          "everyMinutes",
          "is "
              + entry.everyMinutes()
              + " with forMinutes "
              + entry.forMinutes()
              + "; a panel needs "
              + least
              + " minutes for each picture, so use at least "
              + 2 * least
              + " and leave "
              + least);
    }
    return entry;
  }
}
