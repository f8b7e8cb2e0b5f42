package io.batchwright.benchmarks.probe;

import com.google.gson.JsonObject;
import java.util.List;
import java.util.Map;

/** The main class of every process that is measured; prints one line of JSON. */
public final class Probe {
  private static final Map<String, Task> TASKS =
      Map.of(
          "read", new ReadTask(),
          "first", new FirstResultTask(),
          "send", new SendTask(),
          "validate", new ValidateTask(),
          "wait", new WaitTask());

  private Probe() {}

  /** What can be asked of such a process. */
  interface Task {
    JsonObject run(Arguments arguments) throws Exception;
  }

  /** Arguments: the task, and what it has to be told. */
  public static void main(String[] args) throws Exception {
    List<String> words = List.of(args);
    Task task = TASKS.get(words.get(0));
    if (task == null) {
      throw new IllegalArgumentException("No task " + words.get(0));
    }
    System.out.println(task.run(new Arguments(words.subList(1, words.size()))));
    // Clients keep threads that would hold the process for a minute.
    System.exit(0);
  }
}
