package io.baedge.screen.java2d;

import io.baedge.screen.glyph.Glyph;
import io.baedge.screen.glyph.GlyphSource;
import io.baedge.screen.glyph.Weight;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/// Glyphs of every script, shaped and drawn by Java2D from the fonts that come with Baedge. Nothing
/// of Java2D is loaded before a text needs it. Where it cannot start, this source has no glyphs and
/// says so once; texts then show stand-ins. Safe for many threads, one draws at a time.
public final class ScriptGlyphs implements GlyphSource {
  /// Pixels of all glyphs kept, as bytes of their bitmaps and a little for each.
  private static final int MOST_KEPT_BYTES = 512 * 1024;

  private static final int KEPT_OVERHEAD_BYTES = 96;
  private static final int MOST_KNOWN_FACES = 4_096;

  private final GlyphEngine.Start start;
  private final Consumer<String> log;
  private final Map<Key, Glyph> kept = new LinkedHashMap<>(64, 0.75f, true);
  private final LinkedHashMap<String, Optional<Face>> faces = new LinkedHashMap<>(64, 0.75f, true);
  private Optional<GlyphEngine> engine = Optional.empty();
  private boolean failed;
  private int keptBytes;
  private long drawn;
  private long found;
  private long dropped;

  /// Makes a source; `log` is told one sentence if Java2D does not work here.
  public ScriptGlyphs(Consumer<String> log) {
    this(() -> new Java2dEngine(), log);
  }

  ScriptGlyphs(GlyphEngine.Start start, Consumer<String> log) {
    this.start = start;
    this.log = log;
  }

  private record Key(String cluster, Weight weight, int sizePx) {}

  /// What a source has done.
  ///
  /// @param started whether Java2D has been loaded
  /// @param failed whether it did not work
  /// @param fonts font files that are open
  /// @param drawn glyphs drawn
  /// @param found glyphs that had been drawn before
  /// @param kept glyphs in memory
  /// @param dropped glyphs forgotten to make room
  public record Counts(
      boolean started, boolean failed, int fonts, long drawn, long found, int kept, long dropped) {}

  /// What this source has done so far.
  public synchronized Counts counts() {
    return new Counts(
        engine.isPresent(),
        failed,
        engine.map(GlyphEngine::fonts).orElse(0),
        drawn,
        found,
        kept.size(),
        dropped);
  }

  @Override
  public synchronized boolean draws(String cluster) {
    return face(cluster).isPresent();
  }

  @Override
  public synchronized Optional<Glyph> glyph(String cluster, Weight weight, int sizePx) {
    Key key = new Key(cluster, weight, sizePx);
    Glyph known = kept.get(key);
    if (known != null) {
      found++;
      return Optional.of(known);
    }
    Optional<Face> face = face(cluster);
    if (face.isEmpty() || engine.isEmpty()) {
      return Optional.empty();
    }
    try {
      Glyph glyph = engine.get().draw(face.get(), cluster, weight, sizePx);
      drawn++;
      keep(key, glyph);
      return Optional.of(glyph);
    } catch (Exception | LinkageError | InternalError e) {
      fail(e);
      return Optional.empty();
    }
  }

  private void keep(Key key, Glyph glyph) {
    kept.put(key, glyph);
    keptBytes += bytes(glyph);
    var eldest = kept.entrySet().iterator();
    while (keptBytes > MOST_KEPT_BYTES && kept.size() > 1) {
      keptBytes -= bytes(eldest.next().getValue());
      eldest.remove();
      dropped++;
    }
  }

  private static int bytes(Glyph glyph) {
    return glyph.bitmap().stride() * glyph.bitmap().height() + KEPT_OVERHEAD_BYTES;
  }

  /// The face for a cluster; the same answer for the same cluster as long as the engine works.
  private Optional<Face> face(String cluster) {
    if (failed) {
      return Optional.empty();
    }
    Optional<Face> known = faces.get(cluster);
    if (known != null) {
      return known;
    }
    Optional<Face> face = find(cluster);
    faces.put(cluster, face);
    if (faces.size() > MOST_KNOWN_FACES) {
      faces.pollFirstEntry();
    }
    return face;
  }

  private Optional<Face> find(String cluster) {
    try {
      if (engine.isEmpty()) {
        engine = Optional.of(start.start());
      }
      for (Face face : Face.candidates(cluster)) {
        if (engine.get().has(face, cluster)) {
          return Optional.of(face);
        }
      }
    } catch (Exception | LinkageError | InternalError e) {
      fail(e);
    }
    return Optional.empty();
  }

  /// A library that is missing now is missing until the next start, and a glyph that is there once
  /// and not the next time would make the glass flicker. So it is not tried again.
  private void fail(Throwable why) {
    failed = true;
    engine = Optional.empty();
    kept.clear();
    keptBytes = 0;
    log.accept(
        "letters of other scripts than Latin, Greek and Cyrillic are replaced by Latin ones or boxes"
            + " from now on, because Java2D does not work here ("
            + why
            + "); use a Java runtime with the module java.desktop and its libfreetype, and let the"
            + " folder for temporary files be writable");
  }
}
