package io.batchwright.zhipu;

import io.batchwright.ApiError;
import io.batchwright.internal.openai.ErrorRules;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Zhipu's business codes, which say more than the HTTP status, and come with a good one too. */
final class ZhipuErrors implements ErrorRules {
  static final ErrorRules RULES = new ZhipuErrors();

  /** Too many requests at once, a model that is busy, and failures of the server. */
  private static final Set<String> PASSING = Set.of("1302", "1305", "1200", "1230", "1234");

  /** Some say the status that was meant in words, such as {@code 404 NOT_FOUND}. */
  private static final Pattern STATUS = Pattern.compile("([45]\\d\\d) [A-Z_]+\\b");

  private ZhipuErrors() {}

  @Override
  public boolean retryable(int status, ApiError error) {
    String code = error.code();
    boolean business = code != null && !code.matches("[45]\\d\\d");
    return business ? PASSING.contains(code) : ErrorRules.passes(status);
  }

  @Override
  public int meaning(int http, ApiError error) {
    if (http >= 300) {
      // Two of its own, from an older page of errors: no right to a beta, and a file too large.
      return http == 434 ? 403 : http == 435 ? 413 : http;
    }
    Matcher status = STATUS.matcher(error.message());
    if (status.lookingAt()) {
      return Integer.parseInt(status.group(1));
    }
    String code = String.valueOf(error.code());
    if (code.matches("[45]\\d\\d")) {
      return Integer.parseInt(code);
    }
    if (code.matches("100\\d")) {
      return 401;
    }
    if (code.matches("1220|11(1[0-2]|1[4-9]|2[01])")) {
      return 403;
    }
    if (code.matches("1113|130[2-9]|13[12]\\d")) {
      return 429;
    }
    return code.matches("121\\d|122[12]|1261|1301") ? 400 : 500;
  }
}
