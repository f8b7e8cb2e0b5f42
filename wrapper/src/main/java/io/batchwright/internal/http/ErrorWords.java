package io.batchwright.internal.http;

import io.batchwright.ApiError;
import io.batchwright.ErrorKind;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What types, codes and messages of errors mean, which say more than the HTTP status. */
final class ErrorWords {
  private static final Map<ErrorKind, Set<String>> WORDS =
      Map.of(
          ErrorKind.QUOTA,
          Set.of(
              "insufficient_quota",
              "exceeded_current_quota_error",
              "billing_hard_limit_reached",
              "billing_not_active",
              "billing_error",
              "enforced_spend_limit_reached",
              "contract_spend_limit_reached",
              "insufficient_balance",
              "Arrearage"),
          ErrorKind.RATE_LIMITED,
          Set.of(
              "rate_limit_error",
              "rate_limit_exceeded",
              "rate_limit_reached_error",
              "ramp_limit_exceeded",
              "token_limit_exceeded",
              "too_many_requests",
              "slow_down"),
          ErrorKind.FILTERED,
          Set.of(
              "content_filter",
              "content_policy_violation",
              "image_content_policy_violation",
              "misalignment_policy_violation",
              "bio_policy",
              "data_inspection_failed",
              "DataInspectionFailed",
              "ResponsibleAIPolicyViolation"),
          ErrorKind.UNAVAILABLE,
          Set.of(
              "server_error",
              "api_error",
              "timeout_error",
              "overloaded_error",
              "engine_overloaded_error",
              "server_is_overloaded",
              "vector_store_timeout"),
          ErrorKind.AUTHENTICATION,
          Set.of("authentication_error", "invalid_api_key"),
          ErrorKind.PERMISSION,
          Set.of("permission_error"),
          ErrorKind.NOT_FOUND,
          Set.of("not_found_error", "model_not_found"));

  private static final Map<String, ErrorKind> KINDS =
      WORDS.entrySet().stream()
          .flatMap(words -> words.getValue().stream().map(word -> Map.entry(word, words.getKey())))
          .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));

  /** The kinds that providers report with statuses of other kinds. */
  private static final Set<ErrorKind> BEFORE_THE_STATUS =
      Set.of(ErrorKind.QUOTA, ErrorKind.RATE_LIMITED, ErrorKind.FILTERED);

  /** A spent account is often an invalid request by its type; only the message tells. */
  private static final Pattern ABOUT_MONEY =
      Pattern.compile(
          "credit balance is too low|spend(ing)? limit|API usage limits|insufficient (balance|credit)",
          Pattern.CASE_INSENSITIVE);

  private static final Pattern FULL_QUEUE =
      Pattern.compile("queue is full|enqueued token limit", Pattern.CASE_INSENSITIVE);

  private ErrorWords() {}

  /** Returns an error of the kind that its words have, or of the one that it has. */
  static ApiError classify(ApiError error) {
    ErrorKind kind = kind(error);
    if (kind == null || (error.httpStatus() != null && !BEFORE_THE_STATUS.contains(kind))) {
      return error;
    }
    return error.toBuilder().kind(kind).build();
  }

  private static @Nullable ErrorKind kind(ApiError error) {
    if (ABOUT_MONEY.matcher(error.message()).find()) {
      return ErrorKind.QUOTA;
    }
    if (FULL_QUEUE.matcher(error.message()).find()) {
      return ErrorKind.RATE_LIMITED;
    }
    return Stream.of(String.valueOf(error.code()), String.valueOf(error.type()))
        .map(KINDS::get)
        .filter(Objects::nonNull)
        .findFirst()
        .orElse(null);
  }
}
