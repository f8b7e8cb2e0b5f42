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

/** The questions that the suite asks every provider, and what came of them. */
public final class Questions {
  private Questions() {}

  /** Gives so many custom ids. */
  public static List<String> ids(int count) {
    return IntStream.range(0, count).mapToObj(i -> "q-%06d".formatted(i)).toList();
  }

  /** Gives what is asked under a custom id. */
  public static String prompt(String id) {
    return "question " + id;
  }

  /** Makes a question in the form of a chat. */
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

  /** Reads results to their end, each of which goes to an observer too. */
  public static List<BatchResult> read(BatchResults results, Consumer<BatchResult> observer) {
    return read(results, observer, result -> {});
  }

  /** Reads results to their end, each of which goes to two observers too. */
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

  /** Says of each result what became of which request, sorted. */
  public static List<String> outcomes(Collection<BatchResult> results) {
    return results.stream().map(Questions::outcome).sorted().toList();
  }

  private static String outcome(BatchResult result) {
    String answer = result instanceof BatchResult.Succeeded ok ? " " + ok.text() : "";
    String kind = result.kind().name();
    return result.customId() + " " + kind.charAt(0) + kind.substring(1).toLowerCase(ROOT) + answer;
  }

  /** Says what the outcome of an answered question looks like. */
  public static String answered(String id) {
    return id + " Succeeded Answer to " + prompt(id);
  }

  /** Says what the outcomes of answered questions look like. */
  public static List<String> answered(Collection<String> ids) {
    return ids.stream().map(Questions::answered).toList();
  }
}
