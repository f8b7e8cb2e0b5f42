package io.batchwright.sandbox.internal.anthropic;

import io.batchwright.sandbox.internal.Refusal;
import io.batchwright.sandbox.shaded.okhttp3.Headers;

/** The API versions that the sandbox supports. */
enum Version {
  V2023_06_01("2023-06-01"),
  V2026_10_21("2026-10-21");

  private final String wire;

  Version(String wire) {
    this.wire = wire;
  }

  static Version of(Headers headers) throws Refusal {
    String value = headers.get("anthropic-version");
    if (value == null) throw Refusal.invalid("anthropic-version: header is required");
    for (Version version : values()) {
      if (version.wire.equals(value)) return version;
    }
    throw Refusal.invalid("anthropic-version: is not a valid version");
  }

  /** Whether sampling parameters and some blocks are no longer allowed. */
  boolean isStrict() {
    return this == V2026_10_21;
  }
}
