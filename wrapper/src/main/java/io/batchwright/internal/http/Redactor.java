package io.batchwright.internal.http;

import io.batchwright.ApiError;
import java.util.Collections;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Prepares a provider's text for display: masks keys, removes control characters, bounds its
 * length. Thread-safe.
 *
 * @param secrets what must never be shown
 */
public record Redactor(List<String> secrets) {
  /** For text in which no key can come to stand, such as results: it is only bounded. */
  public static final Redactor WITHOUT_SECRETS = new Redactor(List.of());

  private static final int LONGEST = 300;

  /** Parts of addresses by which anybody could use them. */
  private static final Pattern IN_ADDRESSES =
      Pattern.compile("\\b(upload_id|key|api_key)=[^&\\s\"'<>]+");

  private static final Pattern CONTROLS = Pattern.compile("\\p{Cc}+");

  /** Keeps a view: keys that rotate are added to the list as they are used. */
  public Redactor {
    secrets = Collections.unmodifiableList(secrets);
  }

  /** Returns the text as it may be shown. */
  public String clean(String text) {
    String clean = text;
    for (String secret : secrets) {
      if (!secret.isEmpty()) {
        // In any case: the name of a host has lost its own.
        int flags = Pattern.LITERAL | Pattern.CASE_INSENSITIVE;
        clean = Pattern.compile(secret, flags).matcher(clean).replaceAll("***");
      }
    }
    // Most texts need none of this, and there is one for each request that failed.
    if (clean.indexOf('=') >= 0) {
      clean = IN_ADDRESSES.matcher(clean).replaceAll("$1=***");
    }
    if (clean.chars().anyMatch(Character::isISOControl)) {
      clean = CONTROLS.matcher(clean).replaceAll(" ");
    }
    clean = clean.strip();
    return clean.length() <= LONGEST ? clean : clean.substring(0, end(clean)) + "…";
  }

  /** A character of two halves is not cut in the middle. */
  private static int end(String text) {
    return Character.isHighSurrogate(text.charAt(LONGEST - 1)) ? LONGEST - 1 : LONGEST;
  }

  /** Returns the error as it may be shown. */
  public ApiError clean(ApiError error) {
    return error.withTexts(this::clean);
  }

  /** Shows no secret. */
  @Override
  public String toString() {
    return "Redactor";
  }
}
