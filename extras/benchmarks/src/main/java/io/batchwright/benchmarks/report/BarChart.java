package io.batchwright.benchmarks.report;

import java.util.LinkedHashMap;
import java.util.Map;

/** Horizontal bars, one for each name, with their values after them. */
final class BarChart {
  private static final int WIDTH = 760;
  private static final int LEFT = 190;
  private static final int RIGHT = 70;
  private static final int TOP = 44;
  private static final int BOTTOM = 44;
  private static final int ROW = 26;
  private static final String OURS = "#1f6f8b";
  private static final String OTHERS = "#b8bec4";
  private static final String GRID = "#e3e6e8";

  private final String title;
  private final String unit;
  private final Map<String, Double> bars = new LinkedHashMap<>();

  BarChart(String title, String unit) {
    this.title = title;
    this.unit = unit;
  }

  /** Adds a bar, unless there is no value. */
  void bar(String name, double value) {
    if (Double.isFinite(value)) {
      bars.put(name, value);
    }
  }

  boolean isEmpty() {
    return bars.isEmpty();
  }

  String svg() {
    int height = TOP + ROW * bars.size() + BOTTOM;
    Svg svg = new Svg(WIDTH, height);
    double most = bars.values().stream().mapToDouble(Double::doubleValue).max().orElse(1);
    Ticks ticks = Ticks.upTo(most);
    double scale = (WIDTH - LEFT - RIGHT) / ticks.end();
    svg.text(12, 24, "start", 16, title);
    int bottom = height - BOTTOM;
    for (double tick : ticks.values()) {
      double x = LEFT + tick * scale;
      svg.line(x, TOP, x, bottom, GRID, 1);
      svg.text(x, bottom + 16, "middle", 12, Figure.tick(tick));
    }
    svg.text((WIDTH + LEFT - RIGHT) / 2.0, bottom + 36, "middle", 12, unit);
    double y = TOP;
    for (Map.Entry<String, Double> bar : bars.entrySet()) {
      double length = bar.getValue() * scale;
      svg.box(LEFT, y + 4, length, ROW - 8, bar.getKey().startsWith("ours") ? OURS : OTHERS);
      svg.text(LEFT - 8, y + 18, "end", 13, bar.getKey());
      svg.text(LEFT + length + 6, y + 18, "start", 12, Figure.of(bar.getValue()));
      y += ROW;
    }
    return svg.toString();
  }
}
