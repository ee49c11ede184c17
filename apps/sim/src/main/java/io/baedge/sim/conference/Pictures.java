package io.baedge.sim.conference;

import io.baedge.badge.screen.PictureRequest;
import io.baedge.screen.Frame;
import io.baedge.screen.Palette;
import io.baedge.screen.compose.Composition;
import io.baedge.screen.compose.FrameReport;
import io.baedge.sim.device.Composer;
import io.baedge.sim.device.Device;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Makes cheap pictures that differ whenever device, screen or values do, and remembers of each who
 * is on it. Can pass the work on to a real composer.
 */
final class Pictures implements Composer {
  /** The key of the wearer's name in the values of screens. */
  private static final String NAME = "wearer.name";

  private static final FrameReport CLEAN =
      new FrameReport(List.of(), List.of(), List.of(), List.of(), List.of());

  private final Optional<Composer> real;
  private final Map<String, Picture> byHash = new HashMap<>();

  /**
   * What a picture shows.
   *
   * @param device who made it
   * @param wearer the name on it; empty for none
   */
  record Picture(int device, String wearer, String screen) {}

  Pictures(Optional<Composer> real) {
    this.real = real;
  }

  @Override
  public Composition compose(Device device, PictureRequest picture) {
    Composition made =
        real.isPresent()
            ? real.get().compose(device, picture)
            : new Composition(tiny(device, picture), CLEAN);
    String wearer = wearer(picture);
    byHash.putIfAbsent(made.frame().hash(), new Picture(device.number(), wearer, picture.screen()));
    return made;
  }

  /** The name that the picture will show; empty for none. */
  static String wearer(PictureRequest picture) {
    return picture.values().get(NAME).orElse("");
  }

  /** What is on the picture with that hash, if it was made here. */
  Optional<Picture> of(String hash) {
    return Optional.ofNullable(byHash.get(hash));
  }

  /** Eight by eight dots: the bits of a hash. */
  private static Frame tiny(Device device, PictureRequest picture) {
    long hash = 1_125_899_906_842_597L * (device.number() + 1);
    hash = mix(hash, picture.screen());
    for (Map.Entry<String, String> value : picture.values().asMap().entrySet()) {
      hash = mix(mix(hash, value.getKey()), value.getValue());
    }
    byte[] dots = new byte[64];
    for (int i = 0; i < dots.length; i++) {
      dots[i] = (byte) ((hash >>> i) & 1);
    }
    return new Frame(8, 8, Palette.BW, dots);
  }

  private static long mix(long hash, String text) {
    long mixed = (hash ^ text.hashCode()) * 0x9E3779B97F4A7C15L;
    return mixed ^ (mixed >>> 31);
  }
}
