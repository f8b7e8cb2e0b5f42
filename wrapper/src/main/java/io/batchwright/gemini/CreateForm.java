package io.batchwright.gemini;

import com.google.gson.JsonPrimitive;
import io.batchwright.BodyMapper;
import io.batchwright.SubmitAttempt;
import io.batchwright.SubmitOptions;
import io.batchwright.client.gemini.model.BatchMetadata;
import io.batchwright.client.gemini.model.CreateBatchParams;
import io.batchwright.client.gemini.model.FileParams;
import io.batchwright.client.gemini.model.GenerateContentBatch;
import io.batchwright.client.gemini.model.InputConfig;
import io.batchwright.client.gemini.model.Operation;
import io.batchwright.client.gemini.model.StartUploadParams;
import io.batchwright.internal.json.JsonValues;
import io.batchwright.internal.json.WireJson;
import io.batchwright.internal.requests.BodyRule;
import io.batchwright.internal.requests.BodyRules;
import io.batchwright.internal.requests.RequestFormat;
import io.batchwright.internal.requests.RequestFormat.Frame;
import io.batchwright.internal.requests.RequestFormat.LineKind;
import io.batchwright.internal.requests.RequestFormat.PathModel;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Writes requests and creates. A batch has no metadata, so the end of its display name identifies
 * the attempt that created it.
 */
final class CreateForm {
  private static final String UNNAMED = "batchwright";
  private static final int LONGEST_LABEL = 400;

  private static final List<LineKind> KINDS =
      List.of(RequestFormat.OWN, new LineKind("key", "request", Map.of()));

  private static final String SCHEMA =
      "Gemini mishandles \"responseJsonSchema\" in a batch: responses come back in another form,"
          + " without an error; use \"responseSchema\"";

  private static final String ONE_OBJECT = " must be one object with \"parts\", not an array";

  /** Unknown members and wrong kinds of value make the whole create fail. */
  private static final BodyRules RULES =
      new BodyRules(
          List.of(),
          List.of(
              BodyRule.ignored("generationConfig", "responseJsonSchema", SCHEMA),
              BodyRule.ignored("generation_config", "responseJsonSchema", SCHEMA),
              BodyRule.refused(
                  "config",
                  "\"config\" is an argument of the vendor's SDK, not a member of a body; use"
                      + " \"generationConfig\", \"systemInstruction\", \"tools\" and so on"),
              BodyRule.noArray("systemInstruction", "\"systemInstruction\"" + ONE_OBJECT),
              BodyRule.noArray("system_instruction", "\"system_instruction\"" + ONE_OBJECT),
              BodyRule.foreign("messages", "OpenAI or Anthropic")),
          null,
          null);

  private static final Frame LINES = new Frame("{\"key\":", ",\"request\":", "}\n{\"key\":", "}\n");

  private CreateForm() {}

  /** Requests as the lines of a file. */
  static RequestFormat lines(SubmitOptions options, @Nullable BodyMapper mapper) {
    String model = options.model() == null ? null : bareModel(options.model());
    return new RequestFormat(
        KINDS,
        RULES,
        mapper,
        new PathModel(model, name -> GeminiCalls.bare(name, GeminiCalls.MODELS)),
        LINES);
  }

  /** Refuses what the provider would. */
  static void check(SubmitOptions options) {
    boolean unused = embeds(options);
    String label = options.label();
    // No limit is documented for batches; the name of a file has up to 512 characters.
    if (label != null && label.length() > LONGEST_LABEL) {
      throw new IllegalArgumentException(
          "A label may have " + LONGEST_LABEL + " characters; this one has " + label.length());
    }
  }

  /**
   * Returns whether the endpoint in the options is that of embeddings.
   *
   * @throws IllegalArgumentException if it has no batches
   */
  static boolean embeds(SubmitOptions options) {
    String endpoint = Objects.requireNonNullElse(options.endpoint(), Gemini.GENERATE_CONTENT);
    if (!List.of(Gemini.GENERATE_CONTENT, Gemini.EMBED_CONTENT).contains(endpoint)) {
      throw new IllegalArgumentException(
          "gemini has no batches for the endpoint "
              + endpoint
              + "; it has them for "
              + Gemini.GENERATE_CONTENT
              + " and "
              + Gemini.EMBED_CONTENT);
    }
    return endpoint.equals(Gemini.EMBED_CONTENT);
  }

  /** Returns the name of a model as the path has it. */
  static String bareModel(String model) {
    String name = GeminiCalls.bare(model, GeminiCalls.MODELS);
    if (name.isEmpty() || name.indexOf('/') >= 0) {
      throw new IllegalArgumentException(
          "The model must be a name such as gemini-2.5-flash, with or without "
              + GeminiCalls.MODELS
              + " before it; tuned models have another endpoint");
    }
    return name;
  }

  /** Returns the frame of the requests inside the create. */
  static Frame inline(SubmitOptions options, SubmitAttempt attempt) {
    String name = new JsonPrimitive(displayName(options, attempt, false)).toString();
    String requests = ",\"inputConfig\":{\"requests\":{\"requests\":[";
    String id = "{\"metadata\":{\"key\":";
    return new Frame(
        "{\"batch\":{\"displayName\":" + name + requests + id,
        "},\"request\":",
        "}," + id,
        "}]}}}}");
  }

  /**
   * Returns the create of a batch whose requests are in a file, which is written alike for content
   * and for embeddings.
   *
   * @param uploaded whether the library uploaded the file, which is then deleted with the batch
   */
  static String ofFile(
      String file, boolean uploaded, SubmitOptions options, SubmitAttempt attempt) {
    GenerateContentBatch batch =
        new GenerateContentBatch()
            .displayName(displayName(options, attempt, uploaded))
            .inputConfig(new InputConfig().fileName(file));
    return WireJson.encode(new CreateBatchParams().batch(batch));
  }

  /** Returns the start of the upload of a file of requests. */
  static String upload(SubmitOptions options) {
    FileParams file = new FileParams().displayName(label(options) + "-input.jsonl");
    return WireJson.encode(new StartUploadParams()._file(file));
  }

  private static String label(SubmitOptions options) {
    return options.label() == null ? UNNAMED : options.label();
  }

  private static String displayName(
      SubmitOptions options, SubmitAttempt attempt, boolean uploaded) {
    return label(options) + " " + mark(attempt.fingerprint(), uploaded);
  }

  private static String mark(String fingerprint, boolean uploaded) {
    return "[" + fingerprint + (uploaded ? " with its input" : "") + "]";
  }

  /** Whether an attempt created a batch; null if that cannot be known. */
  static @Nullable Boolean isOf(SubmitAttempt attempt, Operation batch) {
    String name = displayName(batch);
    return name == null
        ? null
        : name.endsWith(mark(attempt.fingerprint(), false))
            || name.endsWith(mark(attempt.fingerprint(), true));
  }

  /** Whether the library uploaded the input of a batch, for it alone. */
  static boolean ownsInput(Operation batch) {
    String name = displayName(batch);
    return name != null && name.matches("(?s).*\\[[0-9a-f-]{36} with its input]");
  }

  private static @Nullable String displayName(Operation batch) {
    BatchMetadata metadata = batch.getMetadata();
    return metadata == null ? null : JsonValues.first(metadata.getDisplayName());
  }
}
