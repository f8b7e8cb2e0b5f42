package io.batchwright.sandbox.internal.anthropic;

import java.io.IOException;
import java.io.Serial;

/** A request that is answered with an error. An IOException, so that JSON readers pass it on. */
final class Refusal extends IOException {
  @Serial private static final long serialVersionUID = 1;

  private final int status;
  private final String type;

  private Refusal(int status, String type, String message) {
    super(message);
    this.status = status;
    this.type = type;
  }

  static Refusal invalid(String message) {
    return new Refusal(400, "invalid_request_error", message);
  }

  static Refusal unauthorized(String message) {
    return new Refusal(401, "authentication_error", message);
  }

  static Refusal notFound(String message) {
    return new Refusal(404, "not_found_error", message);
  }

  static Refusal tooLarge() {
    return new Refusal(413, "request_too_large", "The body is larger than allowed.");
  }

  int status() {
    return status;
  }

  String type() {
    return type;
  }

  String text() {
    return String.valueOf(getMessage());
  }
}
