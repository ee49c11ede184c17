package io.baedge.screen.compose;

import io.baedge.screen.Area;
import io.baedge.screen.Bitmap;
import io.baedge.screen.Picture;
import io.baedge.screen.Raster;
import io.baedge.screen.image.Fit;
import io.baedge.screen.layout.Extent;

/// How large pictures become. Marks grow by whole numbers; pictures of many tones are scaled
/// freely, beyond their natural size only where a layout gives a size or lets them grow.
final class ImageSizes {
  private static final int MODEST_PARTS = 4;

  private ImageSizes() {}

  /// The size in a space: an area at the origin.
  static Area size(Bound.Image image, int width, int height, Sizer.Wish wish) {
    boolean modest = wish == Sizer.Wish.LEAST || wish == Sizer.Wish.CUT;
    return switch (image.picture()) {
      case Bitmap mark -> {
        int fits = Math.min(width / mark.width(), height / mark.height());
        int scale = modest ? 1 : Math.max(1, Math.min(image.wish().maxScale(), fits));
        yield new Area(0, 0, mark.width() * scale, mark.height() * scale);
      }
      case Raster raster -> scaled(image, raster, width, height, modest);
    };
  }

  private static Area scaled(
      Bound.Image image, Picture raster, int width, int height, boolean modest) {
    var wanted = image.style().size();
    int boxWidth = Math.max(1, bounded(width, wanted.width()));
    int boxHeight = Math.max(1, bounded(height, wanted.height()));
    boolean given =
        wanted.width().unit() != Extent.Unit.NONE || wanted.height().unit() != Extent.Unit.NONE;
    boolean grows = image.style().grow() > 0;
    if (modest && !given) {
      boxWidth = Math.min(boxWidth, Math.max(1, raster.width() / MODEST_PARTS));
      boxHeight = Math.min(boxHeight, Math.max(1, raster.height() / MODEST_PARTS));
    }
    if (image.wish().fit() == Fit.COVER && (given || grows) && !modest) {
      return new Area(0, 0, boxWidth, boxHeight);
    }
    if (!given && !grows) {
      boxWidth = Math.min(boxWidth, raster.width());
      boxHeight = Math.min(boxHeight, raster.height());
    }
    return whole(raster, boxWidth, boxHeight);
  }

  /// A share was already taken when the space was given out.
  private static int bounded(int available, Extent extent) {
    return extent.unit() == Extent.Unit.PIXELS ? Math.min(available, extent.value()) : available;
  }

  /// The largest size with the picture's proportions within a box.
  static Area whole(Picture picture, int width, int height) {
    int byWidth = Math.max(1, (int) ((long) width * picture.height() / picture.width()));
    return byWidth <= height
        ? new Area(0, 0, width, byWidth)
        : new Area(
            0, 0, Math.max(1, (int) ((long) height * picture.width() / picture.height())), height);
  }

  /// The smallest size with the picture's proportions that covers a box.
  static Area covering(Picture picture, int width, int height) {
    int byWidth = (int) (((long) width * picture.height() + picture.width() - 1) / picture.width());
    return byWidth >= height
        ? new Area(0, 0, width, byWidth)
        : new Area(
            0,
            0,
            (int) (((long) height * picture.width() + picture.height() - 1) / picture.height()),
            height);
  }
}
