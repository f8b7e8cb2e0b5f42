package io.batchwright.benchmarks.probe;

import com.google.gson.JsonObject;
import java.util.List;

/** The main class of every measured process; prints one line of JSON. */
public final class Probe {
  private Probe() {}

  /** The tasks of such a process. */
  interface Task {
    JsonObject run(Arguments arguments) throws Exception;
  }

  /** Arguments: the task, and its parameters. */
  public static void main(String[] args) throws Exception {
    List<String> arguments = List.of(args);
    Task task = task(arguments.get(0));
    System.out.println(task.run(new Arguments(arguments.subList(1, arguments.size()))));
    // Clients keep threads that would delay the exit by a minute.
    System.exit(0);
  }

  /** Loads only the classes of its task, because cold processes are measured too. */
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
