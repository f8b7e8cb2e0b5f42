package io.batchwright.sandbox.internal;

import java.io.IOException;
import java.io.Serial;
import org.jspecify.annotations.Nullable;

/** A request that is refused with an error. An IOException, so that JSON readers pass it on. */
public final class Refusal extends IOException {
  @Serial private static final long serialVersionUID = 1;

  private final int status;
  private final @Nullable String code;
  private final @Nullable String param;
  private final boolean exact;

  /**
   * Creates a refusal.
   *
   * @param code the kind of error in more detail than the status, for providers that send one
   * @param param the invalid parameter, for providers that send one
   */
  public Refusal(int status, String message, @Nullable String code, @Nullable String param) {
    this(status, message, code, param, false);
  }

  private Refusal(
      int status, String message, @Nullable String code, @Nullable String param, boolean exact) {
    super(message);
    this.status = status;
    this.code = code;
    this.param = param;
    this.exact = exact;
  }

  /** Refuses with the provider's own code; "" is none. */
  public static Refusal exact(int status, String message, String code) {
    return new Refusal(status, message, code.isEmpty() ? null : code, null, !code.isEmpty());
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

  /** Refuses an invalid parameter value. */
  public static Refusal invalid(String param, String message) {
    return new Refusal(400, "Invalid '" + param + "'. " + message, "invalid_value", param);
  }

  /** Refuses a missing parameter. */
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

  /** Whether the code is the provider's own, to be written unchanged. */
  public boolean isExact() {
    return exact;
  }

  public @Nullable String param() {
    return param;
  }
}
