package io.batchwright.contract;

import static java.util.Locale.ROOT;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import io.batchwright.Batch;
import io.batchwright.BatchResult;
import io.batchwright.BatchResults;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.IntStream;

/** The requests that the suite sends to every provider, and how their outcomes are written. */
public final class TestRequests {
  private TestRequests() {}

  /** Returns this many custom ids. */
  public static List<String> ids(int count) {
    return IntStream.range(0, count).mapToObj(i -> "q-%06d".formatted(i)).toList();
  }

  /** Returns the prompt for a custom id. */
  public static String prompt(String id) {
    return "question " + id;
  }

  /** Creates a chat request. */
  public static JsonObject chat(String id) {
    JsonObject turn = new JsonObject();
    turn.addProperty("role", "user");
    turn.addProperty("content", prompt(id));
    JsonArray turns = new JsonArray();
    turns.add(turn);
    JsonObject body = new JsonObject();
    body.addProperty("model", "model-1");
    body.addProperty("max_tokens", 16);
    body.add("messages", turns);
    return body;
  }

  /** Reads all results of a batch. */
  public static List<BatchResult> read(Batch batch) {
    try (BatchResults results = batch.results()) {
      return read(results);
    }
  }

  /** Reads results to their end. */
  public static List<BatchResult> read(BatchResults results) {
    return read(results, result -> {});
  }

  /** Reads results to their end, with an observer of each. */
  public static List<BatchResult> read(BatchResults results, Consumer<BatchResult> observer) {
    return read(results, observer, result -> {});
  }

  /** Reads results to their end, with two observers of each. */
  public static List<BatchResult> read(
      BatchResults results, Consumer<BatchResult> one, Consumer<BatchResult> other) {
    List<BatchResult> read = new ArrayList<>();
    for (BatchResult result : results) {
      read.add(result);
      one.accept(result);
      other.accept(result);
    }
    return read;
  }

  /** Returns the outcome of each request, sorted. */
  public static List<String> outcomes(Collection<BatchResult> results) {
    return results.stream().map(TestRequests::outcome).sorted().toList();
  }

  private static String outcome(BatchResult result) {
    String response = result instanceof BatchResult.Succeeded ok ? " " + ok.text() : "";
    String kind = result.kind().name();
    return result.customId()
        + " "
        + kind.charAt(0)
        + kind.substring(1).toLowerCase(ROOT)
        + response;
  }

  /** Returns the outcome of a succeeded request. */
  public static String succeeded(String id) {
    return id + " Succeeded Answer to " + prompt(id);
  }

  /** Returns the outcomes of succeeded requests. */
  public static List<String> succeeded(Collection<String> ids) {
    return ids.stream().map(TestRequests::succeeded).toList();
  }
}
