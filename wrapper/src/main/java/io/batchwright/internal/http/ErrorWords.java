package io.batchwright.internal.http;

import static java.util.Map.entry;

import io.batchwright.ApiError;
import io.batchwright.ErrorKind;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What types, codes and messages of errors mean, which say more than the HTTP status. */
final class ErrorWords {
  private static final Map<String, ErrorKind> KINDS =
      Map.ofEntries(
          entry("insufficient_quota", ErrorKind.QUOTA),
          entry("exceeded_current_quota_error", ErrorKind.QUOTA),
          entry("billing_hard_limit_reached", ErrorKind.QUOTA),
          entry("billing_not_active", ErrorKind.QUOTA),
          entry("billing_error", ErrorKind.QUOTA),
          entry("enforced_spend_limit_reached", ErrorKind.QUOTA),
          entry("contract_spend_limit_reached", ErrorKind.QUOTA),
          entry("insufficient_balance", ErrorKind.QUOTA),
          entry("Arrearage", ErrorKind.QUOTA),
          entry("rate_limit_error", ErrorKind.RATE_LIMITED),
          entry("rate_limit_exceeded", ErrorKind.RATE_LIMITED),
          entry("rate_limit_reached_error", ErrorKind.RATE_LIMITED),
          entry("ramp_limit_exceeded", ErrorKind.RATE_LIMITED),
          entry("token_limit_exceeded", ErrorKind.RATE_LIMITED),
          entry("too_many_requests", ErrorKind.RATE_LIMITED),
          entry("slow_down", ErrorKind.RATE_LIMITED),
          entry("content_filter", ErrorKind.FILTERED),
          entry("content_policy_violation", ErrorKind.FILTERED),
          entry("image_content_policy_violation", ErrorKind.FILTERED),
          entry("misalignment_policy_violation", ErrorKind.FILTERED),
          entry("bio_policy", ErrorKind.FILTERED),
          entry("data_inspection_failed", ErrorKind.FILTERED),
          entry("DataInspectionFailed", ErrorKind.FILTERED),
          entry("ResponsibleAIPolicyViolation", ErrorKind.FILTERED),
          entry("server_error", ErrorKind.UNAVAILABLE),
          entry("api_error", ErrorKind.UNAVAILABLE),
          entry("timeout_error", ErrorKind.UNAVAILABLE),
          entry("overloaded_error", ErrorKind.UNAVAILABLE),
          entry("engine_overloaded_error", ErrorKind.UNAVAILABLE),
          entry("server_is_overloaded", ErrorKind.UNAVAILABLE),
          entry("vector_store_timeout", ErrorKind.UNAVAILABLE),
          entry("authentication_error", ErrorKind.AUTHENTICATION),
          entry("invalid_api_key", ErrorKind.AUTHENTICATION),
          entry("permission_error", ErrorKind.PERMISSION),
          entry("not_found_error", ErrorKind.NOT_FOUND),
          entry("model_not_found", ErrorKind.NOT_FOUND));

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
