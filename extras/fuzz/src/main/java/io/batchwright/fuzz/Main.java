package io.batchwright.fuzz;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Fuzzes targets, and prints executions, coverage and findings. */
public final class Main {
  private Main() {}

  /** Arguments: the folder of this module, and options. */
  public static void main(String[] args) throws InterruptedException, ExecutionException {
    Options options;
    try {
      options = Options.parse(Arrays.asList(args).subList(1, args.length));
    } catch (IllegalArgumentException e) {
      System.err.println(e.getMessage());
      System.exit(2);
      return;
    }
    List<Finding> found = run(new Session(Path.of(args[0]), options));
    System.out.println("| target | inputs | places | features | corpus | found |");
    System.out.println("|---|---|---|---|---|---|");
    for (Finding of : found) {
      System.out.printf(
          "| %s | %,d | %,d | %,d | %,d | %s |%n",
          of.target().folder(),
          of.executions(),
          of.coverage(),
          of.features(),
          of.corpus(),
          of.problem() == null ? "-" : "see below");
    }
    List<Finding> problems = found.stream().filter(of -> of.problem() != null).toList();
    problems.forEach(of -> System.out.println("\n" + of.target().folder() + ":\n" + of.problem()));
    System.exit(problems.isEmpty() ? 0 : 1);
  }

  private static List<Finding> run(Session session)
      throws InterruptedException, ExecutionException {
    ExecutorService pool = Executors.newFixedThreadPool(session.options().jobs());
    List<Future<Finding>> runs = new ArrayList<>();
    session.options().targets().forEach(of -> runs.add(pool.submit(() -> session.run(of))));
    List<Finding> found = new ArrayList<>();
    for (Future<Finding> run : runs) {
      found.add(run.get());
    }
    pool.shutdown();
    return found;
  }
}
