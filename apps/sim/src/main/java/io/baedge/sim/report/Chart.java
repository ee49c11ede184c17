package io.baedge.sim.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;

/**
 * One chart over the minutes of a run as inline SVG. Colours are classes {@code s0}, {@code s1} and
 * so on, which the page defines for light and dark.
 */
final class Chart {
  private static final int WIDTH = 960;
  private static final int LEFT = 124;
  private static final int TOP = 8;
  private static final int BOTTOM = 24;
  private static final int MOST_POINTS = 480;

  private final String title;
  private final String unit;
  private final int height;
  private final List<Series> series = new ArrayList<>();

  /** One line or band. */
  private record Series(String name, int colour, ToDoubleFunction<Timeline.Minute> value) {}

  Chart(String title, String unit, int height) {
    this.title = title;
    this.unit = unit;
    this.height = height;
  }

  Chart with(String name, int colour, ToDoubleFunction<Timeline.Minute> value) {
    series.add(new Series(name, colour, value));
    return this;
  }

  /** The series one upon the other, as bands. */
  String bands(List<Timeline.Minute> minutes) {
    List<Timeline.Minute> points = thinned(minutes);
    double most = 1;
    for (Timeline.Minute minute : points) {
      most = Math.max(most, series.stream().mapToDouble(s -> s.value.applyAsDouble(minute)).sum());
    }
    most = rounded(most);
    var text = begin(most, minutes.size());
    double[] below = new double[points.size()];
    for (Series each : series) {
      var path = new StringBuilder();
      for (int i = 0; i < points.size(); i++) {
        point(path, i == 0 ? 'M' : 'L', x(i, points.size()), y(below[i], most));
      }
      for (int i = points.size() - 1; i >= 0; i--) {
        below[i] += each.value.applyAsDouble(points.get(i));
        point(path, 'L', x(i, points.size()), y(below[i], most));
      }
      text.append("<path class='f s").append(each.colour).append("' d='").append(path);
      text.append("Z'><title>").append(each.name).append("</title></path>");
    }
    return end(text);
  }

  /** The series as lines. */
  String lines(List<Timeline.Minute> minutes) {
    List<Timeline.Minute> points = thinned(minutes);
    double most = 1;
    for (Timeline.Minute minute : points) {
      for (Series each : series) {
        most = Math.max(most, each.value.applyAsDouble(minute));
      }
    }
    most = rounded(most);
    var text = begin(most, minutes.size());
    for (Series each : series) {
      var path = new StringBuilder();
      for (int i = 0; i < points.size(); i++) {
        double value = each.value.applyAsDouble(points.get(i));
        point(path, i == 0 ? 'M' : 'L', x(i, points.size()), y(value, most));
      }
      text.append("<path class='l s").append(each.colour).append("' d='").append(path);
      text.append("'><title>").append(each.name).append("</title></path>");
    }
    return end(text);
  }

  /** Where a moment lies, for other drawings below each other. */
  static double x(double position, double count) {
    return LEFT + (WIDTH - LEFT - 8) * (count <= 1 ? 0 : position / (count - 1));
  }

  static int width() {
    return WIDTH;
  }

  /** Axis at the bottom: hours, or minutes of a short run. */
  static void timeAxis(StringBuilder text, int minutes, int y) {
    int step = minutes > 600 ? 120 : minutes > 180 ? 60 : minutes > 40 ? 10 : 5;
    for (int m = 0; m <= minutes; m += step) {
      text.append(
          String.format(
              Locale.ROOT,
              "<text class='t' x='%.1f' y='%d' text-anchor='middle'>%d:%02d</text>",
              x(m, minutes),
              y,
              m / 60,
              m % 60));
    }
  }

  private StringBuilder begin(double most, int minutes) {
    var text = new StringBuilder("<figure><figcaption><b>").append(title).append("</b> ");
    for (Series each : series) {
      text.append("<span class='k s").append(each.colour).append("'></span>");
      text.append(each.name).append(' ');
    }
    text.append("</figcaption><svg viewBox='0 0 ").append(WIDTH).append(' ').append(height);
    text.append("' role='img' aria-label='").append(title).append("'>");
    for (int i = 0; i <= 4; i++) {
      double value = most * i / 4;
      double y = y(value, most);
      text.append(
          String.format(
              Locale.ROOT,
              "<line class='g' x1='%d' x2='%d' y1='%.1f' y2='%.1f'/>"
                  + "<text class='t' x='%d' y='%.1f' text-anchor='end'>%s</text>",
              LEFT,
              WIDTH - 8,
              y,
              y,
              LEFT - 6,
              y + 4,
              number(value) + (i == 4 ? unit : "")));
    }
    timeAxis(text, Math.max(1, minutes), height - 6);
    return text;
  }

  private static String end(StringBuilder text) {
    return text.append("</svg></figure>\n").toString();
  }

  /** The next of 4, 8, 12, 16, 20, 24, 32, 40, 80 and so on, so that quarters are round. */
  private static double rounded(double most) {
    double scale = 1;
    while (scale * 40 < most) {
      scale *= 10;
    }
    for (double step : new double[] {4, 8, 12, 16, 20, 24, 32}) {
      if (step * scale >= most) {
        return step * scale;
      }
    }
    return 40 * scale;
  }

  private static String number(double value) {
    if (value >= 1_000_000) {
      return String.format(Locale.ROOT, "%.1f M", value / 1e6);
    }
    if (value >= 10_000) {
      return String.format(Locale.ROOT, "%.0f k", value / 1e3);
    }
    return value == Math.rint(value)
        ? String.format(Locale.ROOT, "%.0f", value)
        : String.format(Locale.ROOT, "%.1f", value);
  }

  private double y(double value, double most) {
    return TOP + (height - TOP - BOTTOM) * (1 - value / most);
  }

  private static void point(StringBuilder path, char command, double x, double y) {
    path.append(String.format(Locale.ROOT, "%c%.1f %.1f", command, x, y));
  }

  /** At most so many points: every n-th, the last one always. */
  private static List<Timeline.Minute> thinned(List<Timeline.Minute> minutes) {
    int every = Math.max(1, minutes.size() / MOST_POINTS);
    if (every == 1) {
      return minutes;
    }
    List<Timeline.Minute> points = new ArrayList<>();
    for (int i = 0; i < minutes.size(); i += every) {
      points.add(minutes.get(i));
    }
    points.add(minutes.getLast());
    return points;
  }
}
