package io.baedge.screen.mark;

import io.baedge.screen.Picture;
import java.util.Optional;

/// Where the pictures come from that layouts name: built-in marks, a conference's own logo.
public interface ImageSource {
  /// The picture of a name, or empty if this source has none of that name.
  Optional<Picture> image(String name);

  /// Asks this source first, then the other.
  default ImageSource or(ImageSource other) {
    return name -> image(name).or(() -> other.image(name));
  }
}
