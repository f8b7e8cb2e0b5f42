package io.batchwright;

import java.util.Objects;

/**
 * Thrown when the text of a response is not whole, or is not the JSON that was expected. The
 * message has neither the text nor a part of it.
 */
public final class AnswerException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final String text;
  private final Finish finish;

  /**
   * Creates an exception.
   *
   * @param problem what is wrong with the text, without its content
   * @param text the text
   * @param finish why the model stopped
   */
  public AnswerException(String problem, String text, Finish finish) {
    super(problem);
    this.text = Objects.requireNonNull(text, "text");
    this.finish = Objects.requireNonNull(finish, "finish");
  }

  /** Returns the text as the model wrote it. */
  public String text() {
    return text;
  }

  /** Returns why the model stopped. */
  public Finish finish() {
    return finish;
  }
}
