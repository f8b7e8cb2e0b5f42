package io.batchwright.zhipu;

import io.batchwright.ApiError;
import io.batchwright.ErrorKind;
import io.batchwright.internal.http.Failure;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Zhipu's business codes, which say more than the HTTP status, and come with a 2xx too. */
final class ZhipuErrors {
  private static final String HTTP_STATUS = "[45]\\d\\d";

  /** Some messages begin with the status that was meant, such as {@code 404 NOT_FOUND}. */
  private static final Pattern STATUS = Pattern.compile("(" + HTTP_STATUS + ") [A-Z_]+\\b");

  private ZhipuErrors() {}

  static ApiError classify(ApiError error) {
    String code = String.valueOf(error.code());
    int status = Objects.requireNonNullElse(error.httpStatus(), 0);
    boolean general = status < 300 || status == 400 || status == 429 || status >= 500;
    if (!general) {
      // One of its own, from an older page of errors: no right to use a beta.
      return status == 434 ? error.toBuilder().kind(ErrorKind.PERMISSION).build() : error;
    }
    ErrorKind kind = ofCode(code);
    if (kind != null) {
      return error.toBuilder().kind(kind).build();
    }
    boolean well = status >= 200 && status < 300;
    ApiError usual = well ? error.toBuilder().kind(Failure.kind(meant(error))).build() : error;
    boolean business = error.code() != null && !code.matches(HTTP_STATUS);
    return business ? usual.toBuilder().retryable(false).build() : usual;
  }

  private static @Nullable ErrorKind ofCode(String code) {
    if (code.matches("1302|1305")) {
      return ErrorKind.RATE_LIMITED;
    }
    if (code.matches("1113|1304|130[89]|131\\d|132\\d")) {
      return ErrorKind.QUOTA;
    }
    if (code.matches("1200|1230|1234")) {
      return ErrorKind.UNAVAILABLE;
    }
    if (code.matches("100\\d")) {
      return ErrorKind.AUTHENTICATION;
    }
    if (code.matches("1220|11(1[0-2]|1[4-9]|2[01])")) {
      return ErrorKind.PERMISSION;
    }
    if (code.equals("1301")) {
      return ErrorKind.FILTERED;
    }
    return code.matches("121\\d|122[12]|1261") ? ErrorKind.INVALID : null;
  }

  /** Returns the status that an error in a 2xx response stands for. */
  private static int meant(ApiError error) {
    String code = String.valueOf(error.code());
    Matcher named = STATUS.matcher(error.message());
    String status = named.lookingAt() ? named.group(1) : code.matches(HTTP_STATUS) ? code : "500";
    return Integer.parseInt(status);
  }
}
