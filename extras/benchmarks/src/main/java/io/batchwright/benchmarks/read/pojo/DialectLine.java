package io.batchwright.benchmarks.read.pojo;

import com.alibaba.fastjson2.annotation.JSONField;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A line of OpenAI or Zhipu. */
public final class DialectLine implements ResultLine {
  /** The member id. */
  public @Nullable String id;

  /** The member custom_id. */
  @JSONField(name = "custom_id")
  @JsonProperty("custom_id")
  public @Nullable String customId;

  /** The member response. */
  public @Nullable Response response;

  /** The member error. */
  public @Nullable ErrorBody error;

  @Override
  public String id() {
    return Objects.requireNonNull(customId);
  }

  @Override
  public boolean succeeded() {
    return response != null && response.statusCode == 200;
  }

  @Override
  public String text() {
    Body body = Objects.requireNonNull(Objects.requireNonNull(response).body);
    StringBuilder text = new StringBuilder();
    for (Choice choice : Objects.requireNonNull(body.choices)) {
      text.append(Objects.requireNonNull(choice.message).content);
    }
    return text.toString();
  }

  /** The response to a request. */
  public static final class Response {
    /** The member status_code. */
    @JSONField(name = "status_code")
    @JsonProperty("status_code")
    public int statusCode;

    /** The member request_id. */
    @JSONField(name = "request_id")
    @JsonProperty("request_id")
    public @Nullable String requestId;

    /** The member body. */
    public @Nullable Body body;
  }

  /** The body of a response, or an error. */
  public static final class Body {
    /** The member id. */
    public @Nullable String id;

    /** The member object. */
    public @Nullable String object;

    /** The member created. */
    public long created;

    /** The member model. */
    public @Nullable String model;

    /** The member choices. */
    public @Nullable List<Choice> choices;

    /** The member usage. */
    public @Nullable Usage usage;

    /** The member request_id. */
    @JSONField(name = "request_id")
    @JsonProperty("request_id")
    public @Nullable String requestId;

    /** The member error. */
    public @Nullable ErrorBody error;
  }

  /** A choice. */
  public static final class Choice {
    /** The member index. */
    public int index;

    /** The member message. */
    public @Nullable Message message;

    /** The member logprobs. */
    public @Nullable String logprobs;

    /** The member finish_reason. */
    @JSONField(name = "finish_reason")
    @JsonProperty("finish_reason")
    public @Nullable String finishReason;
  }

  /** A message. */
  public static final class Message {
    /** The member role. */
    public @Nullable String role;

    /** The member content. */
    public @Nullable String content;

    /** The member refusal. */
    public @Nullable String refusal;
  }

  /** Tokens. */
  public static final class Usage {
    /** The member prompt_tokens. */
    @JSONField(name = "prompt_tokens")
    @JsonProperty("prompt_tokens")
    public long promptTokens;

    /** The member completion_tokens. */
    @JSONField(name = "completion_tokens")
    @JsonProperty("completion_tokens")
    public long completionTokens;

    /** The member total_tokens. */
    @JSONField(name = "total_tokens")
    @JsonProperty("total_tokens")
    public long totalTokens;
  }

  /** An error. */
  public static final class ErrorBody {
    /** The member message. */
    public @Nullable String message;

    /** The member type. */
    public @Nullable String type;

    /** The member param. */
    public @Nullable String param;

    /** The member code. */
    public @Nullable String code;
  }
}
