package io.batchwright.sandbox.internal;

import java.io.IOException;
import java.io.Serial;
import org.jspecify.annotations.Nullable;

/** A request that is answered with an error. An IOException, so that JSON readers pass it on. */
public final class Refusal extends IOException {
  @Serial private static final long serialVersionUID = 1;

  private final int status;
  private final @Nullable String code;
  private final @Nullable String param;

  /**
   * Makes a refusal.
   *
   * @param code the kind of error more closely than the status says, for providers that tell
   * @param param what is wrong, for providers that tell
   */
  public Refusal(int status, String message, @Nullable String code, @Nullable String param) {
    super(message);
    this.status = status;
    this.code = code;
    this.param = param;
  }

  public static Refusal invalid(String message) {
    return new Refusal(400, message, null, null);
  }

  public static Refusal unauthorized(String message) {
    return new Refusal(401, message, null, null);
  }

  public static Refusal notFound(String message) {
    return new Refusal(404, message, null, null);
  }

  /** Refuses a value of a parameter. */
  public static Refusal invalid(String param, String message) {
    return new Refusal(400, "Invalid '" + param + "'. " + message, "invalid_value", param);
  }

  /** Refuses to go without a parameter. */
  public static Refusal missing(String param) {
    String message = "Missing required parameter: '" + param + "'.";
    return new Refusal(400, message, "missing_required_parameter", param);
  }

  public static Refusal tooLarge() {
    return new Refusal(413, "The body is larger than allowed.", null, null);
  }

  public int status() {
    return status;
  }

  public String text() {
    return String.valueOf(getMessage());
  }

  public @Nullable String code() {
    return code;
  }

  public @Nullable String param() {
    return param;
  }
}
