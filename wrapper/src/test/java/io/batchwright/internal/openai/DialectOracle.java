package io.batchwright.internal.openai;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import io.batchwright.Usage;
import io.batchwright.testing.LineNoise;
import io.batchwright.testing.LineOracle;
import io.batchwright.testing.LineReading;
import io.batchwright.testing.TreeLine;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads the lines of the OpenAI dialect with trees. */
public final class DialectOracle extends LineOracle {
  /** Lines in all known formats of the dialect. */
  public static final LineNoise NOISE =
      new LineNoise(
          """
          {"id":"batch_req_1","custom_id":"a-1","response":{"status_code":200,"request_id":"r-1",
          "body":{"id":"c","object":"chat.completion","created":1,"model":"m","choices":[
          {"index":0,"message":{"role":"assistant","content":"fo\\"ur é \\ud83d\\ude00","refusal":null},
          "logprobs":null,"finish_reason":"stop"},{"index":1,"message":{"content":"five"}}],
          "usage":{"prompt_tokens":9,"completion_tokens":5,"total_tokens":14,"cached_tokens":1,
          "prompt_tokens_details":{"cached_tokens":2},"completion_tokens_details":{"a":0}}}},
          "error":null}
          """,
          """
          {"custom_id":"a-2","response":{"status_code":"200","body":{"choices":[7,{"message":
          {"content":[{"type":"text","text":"one "},{"text":"two"},"no",{"text":""}]}}],
          "usage":{"prompt_tokens":9,"completion_tokens":5,"cached_tokens":4}}}}
          """,
          """
          {"custom_id":"a-3","response":{"status_code":201,"body":{"output":[{"type":"reasoning",
          "content":[{"text":"no"}]},{"type":"message","content":[{"type":"output_text","text":"f"},
          {"type":"output_text","text":"our"}]},{"type":"message","content":"!"}],"usage":
          {"input_tokens":3,"output_tokens":4,"input_tokens_details":{"cached_tokens":2}}}}}
          """,
          """
          {"custom_id":"a-4","response":{"body":{"choices":[{"text":"plain","message":{"content":""}}]}}}
          """,
          """
          {"custom_id":"a-5","response":null,"error":{"code":"server_error","message":"it\\tbroke",
          "type":"t"}}
          """,
          """
          {"custom_id":"a-6","response":{"status_code":429,"request_id":"","body":{"request_id":"r-2",
          "error":{"type":"rate","code":"1302","message":"slow down","param":null}}},"error":{}}
          """,
          """
          {"custom_id":"a-7","response":{"status_code":200,"body":{"code":1214,"msg":"bad",
          "success":false}}}
          """,
          """
          {"custom_id":"a-8","response":null,"error":{"code":"batch_expired","message":"late"}}
          """,
          """
          {"custom_id":"a-9","response":{"status_code":400,"body":{"error":"batch_cancelled"}}}
          """,
          """
          {"custom_id":"b-1","response":{"status_code":500,"body":"<html>"},"error":0,"x":[0.5,true]}
          """,
          """
          {"custom_id":"b-2","error":[{"code":1}],"response":{"status_code":200,"body":{}}}
          """,
          """
          {"custom_id":"b-3","response":{"status_code":200,"body":7}}
          """);

  private static final Set<String> NO_RESPONSE =
      Set.of("failed", "cancelled", "canceled", "queued", "in_progress");

  /** Creates an oracle. */
  public DialectOracle() {
    super("custom_id");
  }

  @Override
  protected LineReading read(TreeLine line, String id) {
    if (line.isThere("error")) {
      return failed(id, line, "error");
    }
    if (!line.isObject("response")) {
      return LineReading.unreadable(id, "neither a response nor an error");
    }
    TreeLine body = line.object("response.body");
    String status = line.word("response.status_code");
    boolean good = status == null || status.matches("2[0-9][0-9]");
    if (!good || body.isThere("error") || isBare(body)) {
      return failed(id, line, "response.body.error");
    }
    if (!line.isObject("response.body")) {
      return line.isThere("response.body")
          ? LineReading.unreadable(id, "response.body is not an object")
          : LineReading.without("ERRORED", id);
    }
    boolean none =
        NO_RESPONSE.contains(String.valueOf(body.text("status"))) && !body.isThere("choices");
    return none ? LineReading.without("ERRORED", id) : succeeded(id, body);
  }

  private static boolean isBare(TreeLine body) {
    return body.isThere("code")
        && !body.isThere("choices")
        && DialectErrors.isBare(body.word("code"), body.text("msg"), body.isThere("success"));
  }

  /** Only errors in the usual format are compared as to whether the request was not run. */
  private static LineReading failed(String id, TreeLine line, String at) {
    String code = line.word(at + ".code");
    String word = Objects.requireNonNullElse(code, String.valueOf(line.word(at)));
    return LineReading.without(
        word.equals("batch_expired")
            ? "EXPIRED"
            : word.equals("batch_cancelled") ? "CANCELLED" : "ERRORED",
        id);
  }

  @Override
  protected String text(TreeLine body) {
    for (TreeLine choice : body.objects("choices")) {
      String message = texts(choice, "message.content");
      String text = message.isEmpty() ? texts(choice, "text") : message;
      String transcript = choice.object("message").string("audio.transcript");
      return text.isEmpty() ? Objects.requireNonNullElse(transcript, "") : text;
    }
    StringBuilder last = new StringBuilder();
    for (TreeLine item : body.objects("output")) {
      boolean isLast = "final_answer".equals(item.text("phase"));
      last.append(isLast && isMessage(item) ? texts(item, "content") : "");
    }
    return last.isEmpty()
        ? joined(body, "output", item -> isMessage(item) ? texts(item, "content") : null)
        : last.toString();
  }

  private static boolean isMessage(TreeLine item) {
    return "message".equals(item.text("type"));
  }

  private static String texts(TreeLine holder, String path) {
    String text = holder.string(path);
    return text == null ? joined(holder, path, part -> part.string("text")) : text;
  }

  @Override
  protected @Nullable Usage usage(TreeLine body) {
    if (!body.isObject("usage")) {
      return null;
    }
    TreeLine usage = body.object("usage");
    long input = Math.max(usage.count("prompt_tokens"), usage.count("input_tokens"));
    long output = Math.max(usage.count("completion_tokens"), usage.count("output_tokens"));
    return Usage.builder()
        .input(input == 0 && output == 0 ? Math.max(0, usage.count("total_tokens")) : input)
        .output(output)
        .cacheRead(cached(usage))
        .build();
  }

  /** Returns an object with the largest possible set of members. */
  private static long cached(TreeLine usage) {
    long most = 0;
    for (Map.Entry<String, JsonElement> member : usage.tree().entrySet()) {
      if (member.getValue() instanceof JsonObject details) {
        most = Math.max(most, cached(new TreeLine(details)));
      } else if (member.getKey().endsWith("cached_tokens")) {
        most = Math.max(most, usage.count(member.getKey()));
      }
    }
    return most;
  }
}
