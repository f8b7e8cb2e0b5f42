package io.batchwright.sandbox.internal;

/** The tokens that responses used. */
public record Tokens(long input, long output) {
  public static final Tokens NONE = new Tokens(0, 0);

  /** A rule of thumb: four characters are one token. */
  public static Tokens of(int promptCharacters, String reply) {
    return new Tokens(8 + promptCharacters / 4, 1 + reply.length() / 4);
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
