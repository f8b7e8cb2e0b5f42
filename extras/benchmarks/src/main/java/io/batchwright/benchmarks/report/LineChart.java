package io.batchwright.benchmarks.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Lines on two logarithmic axes. */
final class LineChart {
  private static final int WIDTH = 760;
  private static final int HEIGHT = 420;
  private static final int LEFT = 76;
  private static final int RIGHT = 170;
  private static final int TOP = 44;
  private static final int BOTTOM = 60;
  private static final List<String> COLORS = List.of("#1f6f8b", "#c05a2e", "#6b7a3a", "#7a4b8b");
  private static final String GRID = "#e3e6e8";

  private final String title;
  private final String xUnit;
  private final String yUnit;
  private final Map<String, List<Point>> lines = new LinkedHashMap<>();

  LineChart(String title, String xUnit, String yUnit) {
    this.title = title;
    this.xUnit = xUnit;
    this.yUnit = yUnit;
  }

  private record Point(double x, double y) {}

  /** The powers of ten that enclose the values. */
  private record Range(int low, int high) {
    static Range around(double[] values) {
      double least = Double.MAX_VALUE;
      double most = Double.MIN_NORMAL;
      for (double value : values) {
        least = Math.min(least, value);
        most = Math.max(most, value);
      }
      int low = (int) Math.floor(Math.log10(least));
      return new Range(low, Math.max(low + 1, (int) Math.ceil(Math.log10(most))));
    }

    double part(double value) {
      return (Math.log10(value) - low) / (high - low);
    }
  }

  /** Adds a point, unless it is unknown or not positive. */
  void point(String line, double x, double y) {
    if (x > 0 && y > 0 && Double.isFinite(x) && Double.isFinite(y)) {
      lines.computeIfAbsent(line, name -> new ArrayList<>()).add(new Point(x, y));
    }
  }

  boolean isEmpty() {
    return lines.isEmpty();
  }

  String svg() {
    Svg svg = new Svg(WIDTH, HEIGHT);
    List<Point> all = lines.values().stream().flatMap(List::stream).toList();
    Range xs = Range.around(all.stream().mapToDouble(Point::x).toArray());
    Range ys = Range.around(all.stream().mapToDouble(Point::y).toArray());
    svg.text(12, 24, "start", 16, title);
    grid(svg, xs, ys);
    int color = 0;
    for (Map.Entry<String, List<Point>> line : lines.entrySet()) {
      draw(svg, line.getKey(), line.getValue(), xs, ys, COLORS.get(color++ % COLORS.size()));
    }
    return svg.toString();
  }

  private void grid(Svg svg, Range xs, Range ys) {
    for (int power = xs.low(); power <= xs.high(); power++) {
      double x = x(xs, Math.pow(10, power));
      svg.line(x, TOP, x, HEIGHT - BOTTOM, GRID, 1);
      svg.text(x, HEIGHT - BOTTOM + 18, "middle", 12, power(power));
    }
    for (int power = ys.low(); power <= ys.high(); power++) {
      double y = y(ys, Math.pow(10, power));
      svg.line(LEFT, y, WIDTH - RIGHT, y, GRID, 1);
      svg.text(LEFT - 8, y + 4, "end", 12, power(power));
    }
    svg.text((LEFT + WIDTH - RIGHT) / 2.0, HEIGHT - 16, "middle", 13, xUnit);
    svg.upright(18, (TOP + HEIGHT - BOTTOM) / 2.0, 13, yUnit);
  }

  private static String power(int power) {
    return power < 0 ? Figure.tick(Math.pow(10, power)) : Figure.whole(Math.pow(10, power));
  }

  private static void draw(
      Svg svg, String name, List<Point> points, Range xs, Range ys, String color) {
    for (int i = 0; i < points.size(); i++) {
      Point point = points.get(i);
      svg.dot(x(xs, point.x()), y(ys, point.y()), color);
      if (i > 0) {
        Point before = points.get(i - 1);
        svg.line(
            x(xs, before.x()), y(ys, before.y()), x(xs, point.x()), y(ys, point.y()), color, 2);
      }
    }
    Point last = points.get(points.size() - 1);
    svg.text(x(xs, last.x()) + 10, y(ys, last.y()) + 4, "start", 13, name);
  }

  private static double x(Range range, double value) {
    return LEFT + range.part(value) * (WIDTH - LEFT - RIGHT);
  }

  private static double y(Range range, double value) {
    return HEIGHT - BOTTOM - range.part(value) * (HEIGHT - TOP - BOTTOM);
  }
}
