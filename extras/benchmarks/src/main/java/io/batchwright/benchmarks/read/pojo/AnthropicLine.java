package io.batchwright.benchmarks.read.pojo;

import com.alibaba.fastjson2.annotation.JSONField;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A line of Anthropic. */
public final class AnthropicLine implements ResultLine {
  /** The member custom_id. */
  @JSONField(name = "custom_id")
  @JsonProperty("custom_id")
  public @Nullable String customId;

  /** The member result. */
  public @Nullable Result result;

  @Override
  public String id() {
    return Objects.requireNonNull(customId);
  }

  @Override
  public boolean succeeded() {
    return result != null && "succeeded".equals(result.type);
  }

  @Override
  public String text() {
    Message message = Objects.requireNonNull(Objects.requireNonNull(result).message);
    StringBuilder text = new StringBuilder();
    for (Block block : Objects.requireNonNull(message.content)) {
      text.append("text".equals(block.type) ? block.text : "");
    }
    return text.toString();
  }

  /** The result of a request. */
  public static final class Result {
    /** The member type. */
    public @Nullable String type;

    /** The member message. */
    public @Nullable Message message;

    /** The member error. */
    public @Nullable ErrorResponse error;
  }

  /** An error response. */
  public static final class ErrorResponse {
    /** The member type. */
    public @Nullable String type;

    /** The member error. */
    public @Nullable ErrorBody error;

    /** The member request_id. */
    @JSONField(name = "request_id")
    @JsonProperty("request_id")
    public @Nullable String requestId;
  }

  /** An error. */
  public static final class ErrorBody {
    /** The member type. */
    public @Nullable String type;

    /** The member message. */
    public @Nullable String message;

    /** The member details. */
    public @Nullable Details details;
  }

  /** Details of an error. */
  public static final class Details {
    /** The member error_visibility. */
    @JSONField(name = "error_visibility")
    @JsonProperty("error_visibility")
    public @Nullable String errorVisibility;
  }

  /** A response. */
  public static final class Message {
    /** The member id. */
    public @Nullable String id;

    /** The member type. */
    public @Nullable String type;

    /** The member role. */
    public @Nullable String role;

    /** The member model. */
    public @Nullable String model;

    /** The member content. */
    public @Nullable List<Block> content;

    /** The member stop_reason. */
    @JSONField(name = "stop_reason")
    @JsonProperty("stop_reason")
    public @Nullable String stopReason;

    /** The member stop_sequence. */
    @JSONField(name = "stop_sequence")
    @JsonProperty("stop_sequence")
    public @Nullable String stopSequence;

    /** The member stop_details. */
    @JSONField(name = "stop_details")
    @JsonProperty("stop_details")
    public @Nullable String stopDetails;

    /** The member usage. */
    public @Nullable Usage usage;
  }

  /** A content block. */
  public static final class Block {
    /** The member type. */
    public @Nullable String type;

    /** The member text. */
    public @Nullable String text;
  }

  /** Tokens. */
  public static final class Usage {
    /** The member input_tokens. */
    @JSONField(name = "input_tokens")
    @JsonProperty("input_tokens")
    public long inputTokens;

    /** The member cache_creation_input_tokens. */
    @JSONField(name = "cache_creation_input_tokens")
    @JsonProperty("cache_creation_input_tokens")
    public long cacheCreationInputTokens;

    /** The member cache_read_input_tokens. */
    @JSONField(name = "cache_read_input_tokens")
    @JsonProperty("cache_read_input_tokens")
    public long cacheReadInputTokens;

    /** The member cache_creation. */
    @JSONField(name = "cache_creation")
    @JsonProperty("cache_creation")
    public @Nullable CacheCreation cacheCreation;

    /** The member output_tokens. */
    @JSONField(name = "output_tokens")
    @JsonProperty("output_tokens")
    public long outputTokens;

    /** The member service_tier. */
    @JSONField(name = "service_tier")
    @JsonProperty("service_tier")
    public @Nullable String serviceTier;

    /** The member inference_geo. */
    @JSONField(name = "inference_geo")
    @JsonProperty("inference_geo")
    public @Nullable String inferenceGeo;
  }

  /** Cached tokens. */
  public static final class CacheCreation {
    /** The member ephemeral_5m_input_tokens. */
    @JSONField(name = "ephemeral_5m_input_tokens")
    @JsonProperty("ephemeral_5m_input_tokens")
    public long ephemeral5mInputTokens;

    /** The member ephemeral_1h_input_tokens. */
    @JSONField(name = "ephemeral_1h_input_tokens")
    @JsonProperty("ephemeral_1h_input_tokens")
    public long ephemeral1hInputTokens;
  }
}
