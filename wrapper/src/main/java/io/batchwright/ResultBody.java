package io.batchwright;

import com.google.gson.JsonObject;
import org.jspecify.annotations.Nullable;

/**
 * What the provider said about one request, kept as the bytes it came in and decoded on demand.
 * Thread-safe.
 *
 * <p>Nothing is remembered between calls: each decodes anew.
 */
public interface ResultBody {
  /** Gives the assistant's text, whatever the provider's dialect; "" if there is none. */
  String text();

  /** Gives the tokens the request used, or null if the provider did not say. */
  @Nullable Usage usage();

  /**
   * Gives the body as JSON: for an answered request the provider's response object, otherwise its
   * error, or an empty object.
   */
  JsonObject json();

  /**
   * Decodes the body of {@link #json()} into a type, such as the generated model of the provider's
   * response, or a class of the caller's own; members that a generated model does not name are kept
   * in its additional properties.
   *
   * @throws MalformedResponseException if the body does not fit the type
   */
  <T> T as(Class<T> type);

  /**
   * Says whether the line is valid UTF-8 throughout; where it is not, texts have the character
   * U+FFFD, and {@link #bytes} what was there.
   */
  boolean intact();

  /** Gives a copy of the whole line of the results, as it came, without its line end. */
  byte[] bytes();
}
