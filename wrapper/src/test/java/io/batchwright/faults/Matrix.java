package io.batchwright.faults;

import io.batchwright.contract.Subjects;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;

/**
 * The outcome of every fault in every phase at every provider.
 *
 * @param cells the outcomes, in the order of the table
 */
record Matrix(Map<Cell, Cell.Seen> cells) {
  /** All faults, in the order of the table. */
  static final List<Fault> FAULTS =
      Stream.of(WireFaults.ALL, StatusFaults.ALL, ContentFaults.ALL).flatMap(List::stream).toList();

  static List<Cell> all() {
    List<Cell> all = new ArrayList<>();
    for (String provider : Subjects.ALL.keySet()) {
      for (Fault fault : FAULTS) {
        for (Phase phase : Phase.values()) {
          all.add(new Cell(provider, fault, phase));
        }
      }
    }
    return all;
  }

  /** Runs all cells, each with its own time and sandbox, on as many threads as help. */
  static Matrix run() throws InterruptedException, ExecutionException {
    ExecutorService threads =
        Executors.newFixedThreadPool(1 + Runtime.getRuntime().availableProcessors());
    try {
      Map<Cell, Cell.Seen> seen = new LinkedHashMap<>();
      List<Cell> all = all();
      List<Future<Cell.Seen>> runs =
          threads.invokeAll(all.stream().map(cell -> (Callable<Cell.Seen>) cell::run).toList());
      for (int i = 0; i < all.size(); i++) {
        seen.put(all.get(i), runs.get(i).get());
      }
      return new Matrix(seen);
    } finally {
      threads.shutdown();
    }
  }

  /** Returns the errors in the cells of a fault at a provider, by phase. */
  List<String> complaints(String provider, Fault fault) {
    List<String> complaints = new ArrayList<>();
    for (Phase phase : Phase.values()) {
      Cell cell = new Cell(provider, fault, phase);
      for (String complaint : seen(cell).complaints(Expectations.of(cell))) {
        complaints.add(phase + ": " + complaint);
      }
    }
    return complaints;
  }

  private Cell.Seen seen(Cell cell) {
    return Objects.requireNonNull(cells.get(cell));
  }

  /** Prints a table for each provider; an unexpected cell is marked with an exclamation mark. */
  @Override
  public String toString() {
    StringBuilder text = new StringBuilder(Terms.LEGEND);
    for (String provider : Subjects.ALL.keySet()) {
      List<List<String>> rows = new ArrayList<>();
      List<String> head = new ArrayList<>(List.of(provider));
      Stream.of(Phase.values()).forEach(phase -> head.add(phase.toString()));
      rows.add(head);
      for (Fault fault : FAULTS) {
        rows.add(row(provider, fault));
      }
      text.append('\n').append(table(rows));
    }
    return text.toString();
  }

  private List<String> row(String provider, Fault fault) {
    List<String> row = new ArrayList<>(List.of(fault.name()));
    for (Phase phase : Phase.values()) {
      Cell cell = new Cell(provider, fault, phase);
      Cell.Seen seen = seen(cell);
      row.add(seen.text() + (seen.complaints(Expectations.of(cell)).isEmpty() ? "" : " !"));
    }
    return row;
  }

  private static String table(List<List<String>> rows) {
    StringBuilder text = new StringBuilder();
    for (List<String> row : rows) {
      StringBuilder line = new StringBuilder();
      for (int column = 0; column < row.size(); column++) {
        int at = column;
        int width = rows.stream().mapToInt(any -> any.get(at).length()).max().orElse(0);
        line.append(row.get(column)).append(" ".repeat(width - row.get(column).length() + 2));
      }
      text.append(line.toString().stripTrailing()).append('\n');
    }
    return text.toString();
  }
}
