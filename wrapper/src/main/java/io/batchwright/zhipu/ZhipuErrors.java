package io.batchwright.zhipu;

import io.batchwright.ApiError;
import io.batchwright.internal.http.Failure;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Zhipu's business codes, which say more than the HTTP status, and come with a 2xx too. */
final class ZhipuErrors {
  /** Too many requests at once, a model that is busy, and failures of the server. */
  private static final Set<String> RETRYABLE = Set.of("1302", "1305", "1200", "1230", "1234");

  private static final String HTTP_STATUS = "[45]\\d\\d";

  /** Some messages begin with the status that was meant, such as {@code 404 NOT_FOUND}. */
  private static final Pattern STATUS = Pattern.compile("(" + HTTP_STATUS + ") [A-Z_]+\\b");

  private ZhipuErrors() {}

  static Failure failure(int status, ApiError error) {
    Failure usual = Failure.of(effective(status, error), error);
    String code = error.code();
    boolean business = code != null && !code.matches(HTTP_STATUS);
    return business ? usual.withRetryable(RETRYABLE.contains(code)) : usual;
  }

  /** Returns the status itself, unless it is a 2xx or Zhipu's own. */
  private static int effective(int status, ApiError error) {
    if (status == 0 || status >= 300) {
      // Two of its own, from an older page of errors: no right to a beta, and a file too large.
      return status == 434 ? 403 : status == 435 ? 413 : status;
    }
    Matcher named = STATUS.matcher(error.message());
    return named.lookingAt() ? Integer.parseInt(named.group(1)) : ofCode(error.code());
  }

  private static int ofCode(@Nullable String code) {
    String word = String.valueOf(code);
    if (word.matches(HTTP_STATUS)) {
      return Integer.parseInt(word);
    }
    if (word.matches("100\\d")) {
      return 401;
    }
    if (word.matches("1220|11(1[0-2]|1[4-9]|2[01])")) {
      return 403;
    }
    if (word.matches("1113|130[2-9]|13[12]\\d")) {
      return 429;
    }
    return word.matches("121\\d|122[12]|1261|1301") ? 400 : 500;
  }
}
