package io.baedge.screen.java2d;

import java.awt.Shape;
import java.awt.geom.Area;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// Signs that text fonts lack: arrows, bullets, marks, box drawing. Drawn in a unit square whose
/// lower edge is the baseline; the stroke is that of the weight.
final class DrawnSigns {
  private static final double CAP = 0.72;
  private static final double MIDDLE = CAP / 2;

  private static final Map<Integer, Sign> SIGNS = new TreeMap<>();

  static {
    arrow(0x2190, 180);
    arrow(0x2191, 270);
    arrow(0x2192, 0);
    arrow(0x2193, 90);
    arrow(0x2196, 225);
    arrow(0x2197, 315);
    arrow(0x2198, 45);
    arrow(0x2199, 135);
    sign(0x2194, 1.0, stroke -> union(arrowShape(stroke, 0), arrowShape(stroke, 180)));
    sign(0x2195, 1.0, stroke -> union(arrowShape(stroke, 90), arrowShape(stroke, 270)));
    sign(0x25A0, 0.76, _ -> new Rectangle2D.Double(0.06, -0.66, 0.64, 0.64));
    sign(0x25A1, 0.76, stroke -> hollow(new Rectangle2D.Double(0.06, -0.66, 0.64, 0.64), stroke));
    sign(0x25AA, 0.5, _ -> new Rectangle2D.Double(0.08, -MIDDLE - 0.17, 0.34, 0.34));
    sign(0x25B2, 0.8, _ -> polygon(0.04, -0.02, 0.4, -0.7, 0.76, -0.02));
    sign(0x25B6, 0.76, _ -> polygon(0.06, -0.7, 0.72, -MIDDLE, 0.06, -0.02));
    sign(0x25BC, 0.8, _ -> polygon(0.04, -0.7, 0.76, -0.7, 0.4, -0.02));
    sign(0x25C0, 0.76, _ -> polygon(0.7, -0.7, 0.04, -MIDDLE, 0.7, -0.02));
    sign(0x25C6, 0.8, _ -> polygon(0.4, -0.74, 0.76, -MIDDLE, 0.4, 0.02, 0.04, -MIDDLE));
    sign(0x25CB, 0.8, stroke -> hollow(disc(0.4, -MIDDLE, 0.34), stroke));
    sign(0x25CF, 0.8, _ -> disc(0.4, -MIDDLE, 0.34));
    sign(0x2605, 0.9, _ -> star());
    sign(0x2606, 0.9, stroke -> hollow(star(), stroke * 0.8));
    sign(0x2665, 0.86, _ -> heart());
    sign(0x2713, 0.86, DrawnSigns::check);
    sign(0x2717, 0.8, DrawnSigns::cross);
    box(0x2500, true, true, false, false);
    box(0x2502, false, false, true, true);
    box(0x250C, false, true, false, true);
    box(0x2510, true, false, false, true);
    box(0x2514, false, true, true, false);
    box(0x2518, true, false, true, false);
    box(0x251C, false, true, true, true);
    box(0x2524, true, false, true, true);
    box(0x252C, true, true, false, true);
    box(0x2534, true, true, true, false);
    box(0x253C, true, true, true, true);
  }

  private DrawnSigns() {}

  private interface Outline {
    Shape of(double stroke);
  }

  /// A sign: how far the pen moves, in ems, and its outline for a thickness of stroke.
  record Sign(double advance, Outline outline) {
    Shape shape(double stroke) {
      return outline.of(stroke);
    }
  }

  static List<Integer> codePoints() {
    return List.copyOf(SIGNS.keySet());
  }

  static Sign sign(int codePoint) {
    Sign sign = SIGNS.get(codePoint);
    if (sign == null) {
      throw new IllegalArgumentException(
          "no sign is drawn for U+" + Integer.toHexString(codePoint));
    }
    return sign;
  }

  private static void sign(int codePoint, double advance, Outline outline) {
    SIGNS.put(codePoint, new Sign(advance, outline));
  }

  private static void arrow(int codePoint, int degrees) {
    sign(codePoint, 1.0, stroke -> arrowShape(stroke, degrees));
  }

  /// An arrow that points right, turned clockwise about the middle of the capital letters.
  private static Shape arrowShape(double stroke, int degrees) {
    Path2D.Double path = new Path2D.Double();
    double half = stroke / 2;
    path.moveTo(0.5, -half);
    path.lineTo(0.78, -half);
    path.lineTo(0.78, half);
    path.lineTo(0.5, half);
    path.closePath();
    Area shape = new Area(new Rectangle2D.Double(0.1, -half, 0.7, stroke));
    shape.add(new Area(polygon(0.56, -0.3, 0.92, 0, 0.56, 0.3)));
    var turn = new java.awt.geom.AffineTransform();
    turn.translate(0, -MIDDLE);
    turn.rotate(Math.toRadians(degrees), 0.5, 0);
    return turn.createTransformedShape(shape);
  }

  private static void box(int codePoint, boolean left, boolean right, boolean up, boolean down) {
    sign(
        codePoint,
        0.6,
        stroke -> {
          Area lines = new Area();
          double half = stroke / 2;
          lines.add(
              new Area(
                  new Rectangle2D.Double(
                      left ? 0 : 0.3 - half,
                      -MIDDLE - half,
                      (right ? 0.6 : 0.3 + half) - (left ? 0 : 0.3 - half),
                      stroke)));
          double top = up ? -1.0 : -MIDDLE - half;
          double bottom = down ? 0.25 : -MIDDLE + half;
          lines.add(new Area(new Rectangle2D.Double(0.3 - half, top, stroke, bottom - top)));
          return lines;
        });
  }

  private static Shape disc(double x, double y, double radius) {
    return new Ellipse2D.Double(x - radius, y - radius, 2 * radius, 2 * radius);
  }

  private static Shape polygon(double... points) {
    Path2D.Double path = new Path2D.Double();
    path.moveTo(points[0], points[1]);
    for (int i = 2; i < points.length; i += 2) {
      path.lineTo(points[i], points[i + 1]);
    }
    path.closePath();
    return path;
  }

  private static Shape star() {
    double[] points = new double[20];
    for (int i = 0; i < 10; i++) {
      double radius = i % 2 == 0 ? 0.42 : 0.17;
      double angle = Math.toRadians(-90 + 36.0 * i);
      points[2 * i] = 0.45 + radius * Math.cos(angle);
      points[2 * i + 1] = -MIDDLE + radius * Math.sin(angle);
    }
    return polygon(points);
  }

  private static Shape heart() {
    Path2D.Double path = new Path2D.Double();
    path.moveTo(0.43, 0.0);
    path.curveTo(0.2, -0.2, 0.04, -0.32, 0.04, -0.5);
    path.curveTo(0.04, -0.74, 0.34, -0.78, 0.43, -0.56);
    path.curveTo(0.52, -0.78, 0.82, -0.74, 0.82, -0.5);
    path.curveTo(0.82, -0.32, 0.66, -0.2, 0.43, 0.0);
    path.closePath();
    return path;
  }

  private static Shape check(double stroke) {
    double w = stroke * 0.75;
    return polygon(
        0.06,
        -0.32,
        0.06 + w,
        -0.32 - w,
        0.32,
        -0.06 - 2 * w,
        0.76 - w,
        -0.5 - 2 * w,
        0.76,
        -0.5 - w,
        0.32,
        -0.04);
  }

  private static Shape cross(double stroke) {
    double w = stroke * 0.7;
    Area shape = new Area(polygon(0.1, -0.62 + w, 0.1 + w, -0.62, 0.7, -0.02 - w, 0.7 - w, -0.02));
    shape.add(new Area(polygon(0.7 - w, -0.62, 0.7, -0.62 + w, 0.1 + w, -0.02, 0.1, -0.02 - w)));
    return shape;
  }

  private static Shape union(Shape one, Shape other) {
    Area both = new Area(one);
    both.add(new Area(other));
    return both;
  }

  /// The shape's rim, a stroke wide, inside the shape.
  private static Shape hollow(Shape shape, double stroke) {
    Area rim = new Area(shape);
    var bounds = shape.getBounds2D();
    double scale = 1 - 2 * stroke / Math.max(bounds.getWidth(), bounds.getHeight());
    var shrink = new java.awt.geom.AffineTransform();
    shrink.translate(bounds.getCenterX(), bounds.getCenterY());
    shrink.scale(scale, scale);
    shrink.translate(-bounds.getCenterX(), -bounds.getCenterY());
    rim.subtract(new Area(shrink.createTransformedShape(shape)));
    return rim;
  }
}
