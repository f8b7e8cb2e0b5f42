package io.batchwright.internal.openai;

import io.batchwright.ApiError;
import io.batchwright.Usage;
import io.batchwright.internal.http.Failure;
import io.batchwright.internal.http.Redactor;
import io.batchwright.testing.LineNoise;
import io.batchwright.testing.LineOracle;
import io.batchwright.testing.LineReading;
import io.batchwright.testing.TreeLine;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads the lines of OpenAI's dialect through trees. */
public final class DialectOracle extends LineOracle {
  /** Lines of all forms that the dialect is known to have. */
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

  private final ErrorTable table;

  /** Creates an oracle for a provider's table of errors. */
  public DialectOracle(ErrorTable table) {
    super(false, "custom_id");
    this.table = table;
  }

  @Override
  protected LineReading read(TreeLine line, String id) {
    if (line.isThere("error")) {
      return failed(id, line, "error", line.object("error"));
    }
    if (!line.isObject("response")) {
      return LineReading.unreadable(id, "neither a response nor an error");
    }
    TreeLine body = line.object("response.body");
    String status = line.word("response.status_code");
    boolean good = status == null || status.matches("2[0-9][0-9]");
    if (!good || body.isThere("error") || isBare(body)) {
      return failed(id, line, "response.body.error", body);
    }
    return line.isObject("response.body")
        ? reading("succeeded", id, null, body)
        : LineReading.unreadable(id, "no response.body");
  }

  private static boolean isBare(TreeLine body) {
    return body.isThere("code")
        && DialectErrors.isBare(body.word("code"), body.text("msg"), body.isThere("success"));
  }

  private LineReading failed(String id, TreeLine line, String at, TreeLine body) {
    String bare = line.word("response.body.code");
    String code = first(line.word(at + ".code"), line.word(at), bare);
    return switch (Objects.requireNonNullElse(code, "")) {
      case "batch_expired" -> reading("expired", id, null, body);
      case "batch_cancelled" -> reading("cancelled", id, null, body);
      default ->
          reading("errored", id, error(line, at, first(line.word(at + ".code"), bare)), body);
    };
  }

  private ApiError error(TreeLine line, String at, @Nullable String code) {
    String message =
        first(line.text(at + ".message"), line.word(at), line.text("response.body.msg"));
    String status = line.word("response.status_code");
    boolean known = status != null && status.matches("[3-9][0-9]{2}");
    ApiError said =
        Redactor.WITHOUT_SECRETS.clean(
            Failure.reported(
                known ? Integer.valueOf(status) : null,
                line.text(at + ".type"),
                code,
                message,
                first(line.text("response.request_id"), line.text("response.body.request_id"))));
    return table.classify(said);
  }

  private static @Nullable String first(@Nullable String... texts) {
    return Stream.of(texts).filter(Objects::nonNull).findFirst().orElse(null);
  }

  @Override
  protected String text(TreeLine body) {
    for (TreeLine choice : body.objects("choices")) {
      String message = texts(choice, "message.content");
      return message.isEmpty() ? texts(choice, "text") : message;
    }
    StringBuilder text = new StringBuilder();
    for (TreeLine item : body.objects("output")) {
      text.append("message".equals(item.text("type")) ? texts(item, "content") : "");
    }
    return text.toString();
  }

  private static String texts(TreeLine holder, String path) {
    StringBuilder text = new StringBuilder(Objects.requireNonNullElse(holder.text(path), ""));
    for (TreeLine part : holder.objects(path)) {
      text.append(Objects.requireNonNullElse(part.text("text"), ""));
    }
    return text.toString();
  }

  @Override
  protected @Nullable Usage usage(TreeLine body) {
    if (!body.isObject("usage")) {
      return null;
    }
    TreeLine usage = body.object("usage");
    long cached =
        usage.count("prompt_tokens_details.cached_tokens")
            + usage.count("input_tokens_details.cached_tokens");
    return new Usage(
        usage.count("prompt_tokens") + usage.count("input_tokens"),
        usage.count("completion_tokens") + usage.count("output_tokens"),
        Math.max(cached, usage.count("cached_tokens")),
        0);
  }
}
