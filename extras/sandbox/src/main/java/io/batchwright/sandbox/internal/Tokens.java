package io.batchwright.sandbox.internal;

/** What answers used. */
public record Tokens(long input, long output) {
  public static final Tokens NONE = new Tokens(0, 0);

  /** Four characters are a token, as a rule of thumb has it. */
  public static Tokens of(int charactersAsked, String reply) {
    return new Tokens(8 + charactersAsked / 4, 1 + reply.length() / 4);
  }

  public Tokens plus(Tokens other) {
    return new Tokens(input + other.input, output + other.output);
  }

  public long total() {
    return input + output;
  }

  Tokens minus(Tokens other) {
    return new Tokens(input - other.input, output - other.output);
  }
}
