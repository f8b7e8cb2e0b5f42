package io.batchwright.benchmarks.probe;

import com.google.gson.JsonObject;
import java.util.List;

/** The main class of every process that is measured; prints one line of JSON. */
public final class Probe {
  private Probe() {}

  /** What can be asked of such a process. */
  interface Task {
    JsonObject run(Arguments arguments) throws Exception;
  }

  /** Arguments: the task, and what it has to be told. */
  public static void main(String[] args) throws Exception {
    List<String> words = List.of(args);
    Task task = task(words.get(0));
    System.out.println(task.run(new Arguments(words.subList(1, words.size()))));
    // Clients keep threads that would hold the process for a minute.
    System.exit(0);
  }

  /** Loads no more classes than it has to, since cold processes are measured too. */
  private static Task task(String name) {
    return switch (name) {
      case "read" -> new ReadTask();
      case "first" -> new FirstResultTask();
      case "send" -> new SendTask();
      case "validate" -> new ValidateTask();
      case "wait" -> new WaitTask();
      default -> throw new IllegalArgumentException("No task " + name);
    };
  }
}
