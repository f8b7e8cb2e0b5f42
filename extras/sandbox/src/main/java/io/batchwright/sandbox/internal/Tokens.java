package io.batchwright.sandbox.internal;

/** What answers used. */
public record Tokens(long input, long output) {
  public static final Tokens NONE = new Tokens(0, 0);

  public Tokens plus(Tokens other) {
    return new Tokens(input + other.input, output + other.output);
  }

  Tokens minus(Tokens other) {
    return new Tokens(input - other.input, output - other.output);
  }
}
