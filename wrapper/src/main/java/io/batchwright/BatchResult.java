package io.batchwright;

import com.google.gson.JsonObject;
import java.lang.reflect.Type;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The outcome of one request of a batch: one line of its results. Immutable and thread-safe; never
 * null.
 *
 * <pre>{@code
 * for (BatchResult result : results) {
 *   switch (result.kind()) {
 *     case SUCCEEDED -> save(result.customId(), result.succeeded().orElseThrow().text());
 *     case ERRORED, CANCELLED, EXPIRED -> log(result.customId(), result.error());
 *     case UNREADABLE -> keep(result.bytes());
 *   }
 * }
 * }</pre>
 *
 * <p>A pattern switch over the five nested types is exhaustive too. They are implemented by the
 * library alone and may get more methods; real ones for a test come from the provider's {@code
 * readResults}. {@code toString} of every kind names the request and its outcome, and never shows
 * content.
 */
public sealed interface BatchResult {
  /** The kinds of results, one for each of the nested types. */
  enum Kind {
    /** There is a response; {@link Succeeded#finish()} shows whether it is whole. */
    SUCCEEDED,
    /** The request failed. */
    ERRORED,
    /** The request was not run, because the batch was cancelled. */
    CANCELLED,
    /** The request was not run in time. */
    EXPIRED,
    /** The line cannot be understood. */
    UNREADABLE
  }

  /** Returns the kind, for a switch. */
  Kind kind();

  /**
   * Returns the id that the caller gave the request; null if the provider returned the results
   * without ids (then there is a {@link #position()}), or if it cannot be found in an {@link
   * Unreadable} line.
   */
  @Nullable String customId();

  /**
   * Returns the place of this result among all, counted from 0, if the provider returned the
   * results without ids; null otherwise.
   *
   * <p>Whether these are the places of the requests is the provider's promise alone (Gemini's,
   * whose users have seen it broken), so a position never counts as an id of the caller's.
   */
  @Nullable Long position();

  /** Returns the number of the line in the results, counted from 1. */
  long lineNumber();

  /** Returns the response if the request succeeded. */
  default Optional<Succeeded> succeeded() {
    return Optional.empty();
  }

  /** Returns why there is no response; null if there is one, and only then. */
  @Nullable ApiError error();

  /**
   * Returns a copy of the whole line as it was received, without its end. Of a line longer than the
   * bound ({@link ResultsOptions#withMaxLineBytes}) it is the start.
   */
  byte[] bytes();

  /**
   * Returns whether the line is valid UTF-8 throughout; where it is not, strings contain the
   * character U+FFFD, and {@link #bytes} what was there.
   */
  boolean intact();

  /**
   * A response. Nothing is decoded before it is requested, and nothing is kept between calls.
   *
   * <pre>{@code
   * if (ok.finish().whole()) {
   *   Invoice invoice = ok.answer(Invoice.class);   // the text, which is JSON
   *   Message message = ok.decode(Message.class);   // the provider's response
   * }
   * }</pre>
   */
  non-sealed interface Succeeded extends BatchResult {
    @Override
    default Kind kind() {
      return Kind.SUCCEEDED;
    }

    @Override
    default Optional<Succeeded> succeeded() {
      return Optional.of(this);
    }

    @Override
    default @Nullable ApiError error() {
      return null;
    }

    /**
     * Returns the text that the model wrote; "" if there is none. Thoughts and refusals are not
     * part of it, and a blank line separates texts between which the model called a tool.
     */
    String text();

    /** Returns why the model stopped; a response may be cut off, refused or filtered. */
    Finish finish();

    /** Returns the name of the model as the response has it, or null. */
    @Nullable String model();

    /** Returns the tokens that the request used, or null if the response does not have them. */
    @Nullable Usage usage();

    /** Returns the vectors of an embeddings response, in the order of their inputs; else none. */
    List<float[]> embeddings();

    /**
     * Decodes the provider's response into a class: the generated model of that response, or one of
     * the caller's own. Members that a generated model does not name are in its additional
     * properties.
     *
     * @throws MalformedResponseException if the response does not fit the class, or the class is
     *     one for another kind of response
     */
    <T> T decode(Class<T> type);

    /**
     * Decodes the text, which must be JSON, into a class of the caller's.
     *
     * @throws AnswerException if the response is not whole ({@link Finish#whole()}), or its text
     *     does not fit the class; the exception contains the text
     */
    <T> T answer(Class<T> type);

    /**
     * Decodes the text as {@link #answer(Class)} does, into any type, such as {@code new
     * TypeToken<List<Invoice>>() {}.getType()}.
     *
     * @throws AnswerException as {@link #answer(Class)}
     */
    @SuppressWarnings("TypeParameterUnusedInFormals") // as with Gson, the type is the caller's
    <T> T answer(Type type);

    /** Returns the provider's response object. */
    JsonObject json();
  }

  /** A request that failed. */
  non-sealed interface Errored extends BatchResult {
    @Override
    default Kind kind() {
      return Kind.ERRORED;
    }

    @Override
    ApiError error();

    /** Returns the provider's error as it was received; an empty object if it is none. */
    JsonObject json();
  }

  /** A request that was not run, because the batch was cancelled. */
  non-sealed interface Cancelled extends BatchResult {
    @Override
    default Kind kind() {
      return Kind.CANCELLED;
    }

    @Override
    ApiError error();
  }

  /** A request that was not run in time. */
  non-sealed interface Expired extends BatchResult {
    @Override
    default Kind kind() {
      return Kind.EXPIRED;
    }

    @Override
    ApiError error();
  }

  /** A line that cannot be understood; those after it can. */
  non-sealed interface Unreadable extends BatchResult {
    @Override
    default Kind kind() {
      return Kind.UNREADABLE;
    }

    /** Returns what is wrong with the line, by place and without its content, as the message. */
    @Override
    ApiError error();
  }
}
