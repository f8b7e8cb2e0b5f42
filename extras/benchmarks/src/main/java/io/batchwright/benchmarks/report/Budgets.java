package io.batchwright.benchmarks.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** The budgets of the design, with figures computed from the measurements. */
final class Budgets {
  private static final String ANTHROPIC = "results/anthropic/";
  private static final String OPENAI = "results/openai/";
  private static final String WALL = "wallNanos";

  private final Measured measured;

  Budgets(Measured measured) {
    this.measured = measured;
  }

  String table() {
    Table table = new Table("line", "floor", "goal", "measured", "");
    for (Budget budget : all()) {
      table.row(
          budget.line(),
          budget.bound(budget.floor()),
          budget.bound(budget.goal()),
          Double.isNaN(budget.figure())
              ? Figure.NONE
              : Figure.of(budget.figure()) + " " + budget.unit(),
          budget.verdict());
    }
    return "\n" + table;
  }

  List<Budget> all() {
    return Stream.of(reading(), allocation(), shortLines(), heaps(), sending(), rest())
        .flatMap(List::stream)
        .toList();
  }

  private List<Budget> reading() {
    double jackson = measured.ratio(WALL, ANTHROPIC + "jackson-pojo", ANTHROPIC + "ours-typed");
    return List.of(
        drain("ids and outcomes", "ours-ids", 2.2, 1.43),
        sdk("ids and outcomes", WALL, "ours-ids", 4.5, 8),
        drain("text() of every line", "ours-text", 3, 2.2),
        sdk("text() of every line", WALL, "ours-text", 3.5, 5),
        Budget.atLeast(
            "text() of every line, OpenAI",
            3.5,
            5,
            measured.ratio(WALL, OPENAI + "openai-java-typed", OPENAI + "ours-text"),
            "× openai-java typed"),
        sdk("generated models, wall", WALL, "ours-typed", 2, 2.8),
        sdk("generated models, CPU", "cpuNanos", "ours-typed", 2, 2.8),
        Budget.atLeast("generated models, wall", Double.NaN, 0.9, jackson, "of Jackson POJOs"));
  }

  private Budget drain(String line, String reader, double floor, double goal) {
    double figure = measured.ratio(WALL, ANTHROPIC + reader, ANTHROPIC + "drain");
    return Budget.atMost(line, floor, goal, figure, "× drain");
  }

  private Budget sdk(String line, String figure, String reader, double floor, double goal) {
    double ratio = measured.ratio(figure, ANTHROPIC + "anthropic-java", ANTHROPIC + reader);
    return Budget.atLeast(line, floor, goal, ratio, "× anthropic-java");
  }

  private List<Budget> allocation() {
    return List.of(
        allocation("ids", "ours-ids", 1.3, 1.1),
        allocation("text", "ours-text", 2.5, 2.0),
        allocation("typed", "ours-typed", 4.5, 3.4));
  }

  private Budget allocation(String line, String reader, double floor, double goal) {
    double figure =
        measured.median(ANTHROPIC + reader, "allocatedBytes") / measured.bytes("anthropic");
    return Budget.atMost("allocation, " + line, floor, goal, figure, "÷ input");
  }

  private List<Budget> shortLines() {
    return Stream.of("500-bytes", "50-bytes")
        .map(
            variant -> {
              String prefix = "variants/" + variant + "/";
              double figure = measured.ratio(WALL, prefix + "anthropic-java", prefix + "ours-text");
              return Budget.atLeast(
                  "short lines, " + variant + ", text()", 4, 8, figure, "× anthropic-java");
            })
        .toList();
  }

  private List<Budget> heaps() {
    List<String> readers =
        measured.steps("heaps/anthropic/").stream()
            .filter(reader -> reader.startsWith("ours"))
            .map(reader -> "heaps/anthropic/" + reader + "/")
            .toList();
    List<String> uploads =
        measured.steps("uploads/").stream()
            .filter(sender -> sender.startsWith("ours"))
            .map(sender -> "uploads/" + sender + "/")
            .toList();
    return List.of(
        heap("heap for results, all of ids, text, typed", readers, 32, 16),
        heap("heap for uploads", uploads, 32, 16));
  }

  /** The smallest heap in which all of them succeed. */
  private Budget heap(String line, List<String> prefixes, double floor, double goal) {
    double smallest =
        Stream.of(64, 32, 16)
            .filter(
                size ->
                    !prefixes.isEmpty()
                        && prefixes.stream().allMatch(p -> measured.isAlive(p + size + "m")))
            .mapToDouble(Integer::doubleValue)
            .min()
            .orElse(prefixes.isEmpty() ? Double.NaN : Double.POSITIVE_INFINITY);
    return Budget.atMost(line, floor, goal, smallest, "MB of -Xmx");
  }

  private List<Budget> sending() {
    String ours = "creates/ours-own-form/default";
    String sdk = "creates/anthropic-java/4g";
    double fromFirstByte = measured.median(ours, "serverNanos");
    double upload =
        measured.ratio(
            "serverNanos", "uploads/ours-own-form/default", "uploads/okhttp-file/default");
    boolean creates = measured.has("creates/ours-own-form/64m");
    boolean alive =
        measured.isAlive("creates/ours-own-form/64m")
            && measured.isAlive("creates/ours-short-form/64m")
            && measured.isAlive("creates/ours-source/64m");
    return List.of(
        Budget.atMost(
            "create of 100,000 inline requests, heap",
            64,
            64,
            creates ? (alive ? 64 : Double.POSITIVE_INFINITY) : Double.NaN,
            "MB of -Xmx"),
        Budget.atLeast(
            "create, from the first byte sent (of the SDK the whole call: it encodes before that)",
            1.7,
            3.5,
            measured.median(sdk, WALL) / fromFirstByte,
            "× anthropic-java"),
        Budget.atMost("file upload, from the first byte sent", 1.1, 1.03, upload, "× OkHttp"));
  }

  private List<Budget> rest() {
    double cold =
        measured.ratio(
            "firstResultNanos", "cold/anthropic/ours-text", "cold/anthropic/anthropic-java");
    List<Budget> budgets = new ArrayList<>();
    budgets.add(Budget.atMost("cold JVM to first result", 0.3, 0.1, cold, "× anthropic-java"));
    double most = mostWaits();
    for (String order : List.of("oldest-first", "newest-first")) {
      String id = String.format(Locale.ROOT, "waits/%.0f-%s", most, order);
      String line = Figure.whole(most) + " waits, begun " + order.replace('-', ' ') + ", ";
      double threads = measured.median(id, "libraryThreads");
      double calls = measured.median(id, "callsPerRound");
      budgets.add(Budget.atMost(line + "own threads", 8, 8, threads, "threads"));
      budgets.add(
          Budget.atMost(line + "calls a round", most / 20 + 1, most / 90 + 1, calls, "calls"));
    }
    return budgets;
  }

  /** The number of waits that was measured, or the one of the budgets. */
  private double mostWaits() {
    return measured.steps("waits/").stream()
        .mapToDouble(step -> Double.parseDouble(step.substring(0, step.indexOf('-'))))
        .max()
        .orElse(10_000);
  }
}
