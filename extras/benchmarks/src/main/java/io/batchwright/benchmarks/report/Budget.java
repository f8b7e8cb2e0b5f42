package io.batchwright.benchmarks.report;

/**
 * One line of the design's budgets.
 *
 * @param line what it is about
 * @param floor what must be
 * @param goal what shall be
 * @param figure what was measured
 * @param unit what stands behind the figures
 * @param atMost whether less is better
 */
record Budget(String line, double floor, double goal, double figure, String unit, boolean atMost) {
  static Budget atMost(String line, double floor, double goal, double figure, String unit) {
    return new Budget(line, floor, goal, figure, unit, true);
  }

  static Budget atLeast(String line, double floor, double goal, double figure, String unit) {
    return new Budget(line, floor, goal, figure, unit, false);
  }

  String verdict() {
    if (Double.isNaN(figure)) {
      return "not measured";
    }
    if (holds(goal)) {
      return "goal met";
    }
    return Double.isNaN(floor) ? "goal missed" : holds(floor) ? "floor met" : "**floor missed**";
  }

  private boolean holds(double bound) {
    return atMost ? figure <= bound : figure >= bound;
  }

  String bound(double value) {
    return Double.isNaN(value)
        ? Figure.NONE
        : (atMost ? "≤ " : "≥ ") + Figure.of(value) + " " + unit;
  }
}
