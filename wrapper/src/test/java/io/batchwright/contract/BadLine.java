package io.batchwright.contract;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import io.batchwright.ProviderLimits;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Inputs whose last line violates a rule of some provider, and some that violate none. */
@SuppressWarnings("ImmutableEnumChecker") // the functions have no state
enum BadLine {
  NONE(line -> {}, "", limits -> false),
  NO_STREAM(line -> body(line).addProperty("stream", false), "", limits -> false),
  UNFINISHED("{\"custom_id\":\"q-000009\"", "JSON"),
  NO_OBJECT("[1]", "JSON object"),
  TEXT("\"q-000009\"", "JSON object"),
  NO_ID(line -> line.remove(idName(line)), "custom_id"),
  BLANK_ID(line -> line.addProperty(idName(line), ""), "custom id", ""),
  NUMBER_ID(line -> line.addProperty(idName(line), 123456789), "custom_id"),
  NULL_ID(line -> line.add(idName(line), null), "custom_id"),
  TWICE(line -> line.addProperty(idName(line), "q-000000"), "Duplicate custom_id"),
  SHORT_ID(line -> line.addProperty(idName(line), "q"), "custom id", "q"),
  LONG_ID(line -> line.addProperty(idName(line), "q".repeat(65)), "custom id", "q".repeat(65)),
  STRANGE_ID(line -> line.addProperty(idName(line), "q 00 ü 01"), "custom id", "q 00 ü 01"),
  NO_BODY(line -> line.remove(bodyName(line)), "\":{…}"),
  ARRAY_BODY(line -> line.add(bodyName(line), new JsonArray()), "JSON object"),
  TEXT_BODY(line -> line.addProperty(bodyName(line), "{}"), "JSON object"),
  OTHER_METHOD(line -> line.addProperty("method", "GET"), "method"),
  OTHER_URL(line -> line.addProperty("url", "/v1/other"), "url"),
  NO_MODEL(line -> body(line).remove("model"), "model", ProviderLimits::oneModel),
  NUMBER_MODEL(line -> body(line).addProperty("model", 7), "model", ProviderLimits::oneModel),
  TWO_MODELS(line -> body(line).addProperty("model", "model-2"), "model", ProviderLimits::oneModel),
  STREAM(line -> body(line).addProperty("stream", true), "stream");

  private static final String ID = "q-000009";

  private final @Nullable String raw;
  private final Consumer<JsonObject> fault;
  private final String remedy;
  private final Predicate<ProviderLimits> rule;

  BadLine(String raw, String remedy) {
    this(raw, line -> {}, remedy, limits -> true);
  }

  BadLine(Consumer<JsonObject> fault, String remedy) {
    this(null, fault, remedy, limits -> true);
  }

  BadLine(Consumer<JsonObject> fault, String remedy, String id) {
    this(null, fault, remedy, limits -> !limits.customId().matcher(id).matches());
  }

  BadLine(Consumer<JsonObject> fault, String remedy, Predicate<ProviderLimits> rule) {
    this(null, fault, remedy, rule);
  }

  BadLine(
      @Nullable String raw,
      Consumer<JsonObject> fault,
      String remedy,
      Predicate<ProviderLimits> rule) {
    this.raw = raw;
    this.fault = fault;
    this.remedy = remedy;
    this.rule = rule;
  }

  /** Creates an input of three lines, of which this is the last. */
  List<String> input(Subject subject) {
    List<String> lines = new ArrayList<>();
    for (String id : TestRequests.ids(2)) {
      lines.add(subject.line(id, subject.body(id)).toString());
    }
    JsonObject last = subject.line(ID, subject.body(ID));
    fault.accept(last);
    lines.add(raw == null ? last.toString() : raw);
    return lines;
  }

  /** Whether a provider with these limits has the rule. */
  boolean breaksARule(Subject subject, ProviderLimits limits) {
    return rule.test(limits) && !subject.harmless().contains(this);
  }

  /** Returns the expected part of the message. */
  String remedy(Subject subject) {
    String idName = idName(subject.line(ID, subject.body(ID)));
    return remedy.equals("custom_id") ? idName : remedy;
  }

  private static String idName(JsonObject line) {
    return line.entrySet().stream()
        .filter(member -> member.getValue().equals(new JsonPrimitive(ID)))
        .findFirst()
        .orElseThrow()
        .getKey();
  }

  private static String bodyName(JsonObject line) {
    return line.entrySet().stream()
        .filter(member -> member.getValue().isJsonObject())
        .findFirst()
        .orElseThrow()
        .getKey();
  }

  private static JsonObject body(JsonObject line) {
    JsonElement body = line.get(bodyName(line));
    return body.getAsJsonObject();
  }
}
