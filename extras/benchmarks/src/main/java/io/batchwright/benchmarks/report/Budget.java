package io.batchwright.benchmarks.report;

/**
 * One budget of the design.
 *
 * @param line its subject
 * @param floor the required value
 * @param goal the desired value
 * @param figure the measured value
 * @param unit the unit of the figures
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
