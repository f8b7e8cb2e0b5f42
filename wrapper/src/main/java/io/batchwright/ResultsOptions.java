package io.batchwright;

import java.util.Collection;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * How results are read. Immutable; each {@code with} method returns a copy.
 *
 * <pre>{@code
 * try (BatchResults results = batch.results(ResultsOptions.defaults().withOrderOf(ids))) {
 *   ...
 * }
 * }</pre>
 *
 * <p>For another order than that in which the provider delivers, all results are read before the
 * first is returned. Meanwhile the lines are in a temporary file, which only its owner can read and
 * which is gone at the end; memory contains a few bytes for each. {@code hasNext}, {@code next} and
 * {@code saveTo} throw {@link java.io.UncheckedIOException} if that file cannot be written or read.
 */
public final class ResultsOptions {
  private static final int MAX_LINE_BYTES = 64 << 20;
  private static final int LARGEST_LINE_BYTES = 1 << 30;
  private static final Pattern ID_MEMBER = Pattern.compile("[ -~&&[^.]]+(\\.[ -~&&[^.]]+)*");
  private static final ResultsOptions DEFAULTS =
      new ResultsOptions(MAX_LINE_BYTES, null, false, null);

  private final int maxLineBytes;
  private final @Nullable Collection<String> orderOf;
  private final boolean numericOrder;
  private final @Nullable String idMember;

  private ResultsOptions(
      int maxLineBytes,
      @Nullable Collection<String> orderOf,
      boolean numericOrder,
      @Nullable String idMember) {
    this.maxLineBytes = maxLineBytes;
    this.orderOf = orderOf;
    this.numericOrder = numericOrder;
    this.idMember = idMember;
  }

  /**
   * Returns the options that apply where none are passed: the provider's order, lines of 64 MiB.
   */
  public static ResultsOptions defaults() {
    return DEFAULTS;
  }

  /**
   * Returns a copy with another bound on the length of a line, up to 1 GiB.
   *
   * <p>A longer line is {@link BatchResult.Unreadable}, with its custom id if that is at its start;
   * so is one that would need more than a quarter of the maximum heap. {@link BatchResults#saveTo}
   * keeps lines of any length.
   *
   * @throws IllegalArgumentException if the bound is not from 1 to 1 GiB
   */
  public ResultsOptions withMaxLineBytes(int bytes) {
    if (bytes < 1 || bytes > LARGEST_LINE_BYTES) {
      throw new IllegalArgumentException(
          "maxLineBytes must be from 1 to " + LARGEST_LINE_BYTES + ": " + bytes);
    }
    return new ResultsOptions(bytes, orderOf, numericOrder, idMember);
  }

  /**
   * Returns a copy with the order of some custom ids, those of the requests for example.
   *
   * <p>Results with other ids come after them as they are delivered, then those without an id. Of
   * an id that is there twice the first place counts.
   *
   * @param customIds the ids, read when results are opened
   */
  public ResultsOptions withOrderOf(Collection<String> customIds) {
    Objects.requireNonNull(customIds, "customIds");
    return new ResultsOptions(maxLineBytes, customIds, false, idMember);
  }

  /**
   * Returns a copy with the order of the custom ids as numbers: "10" after "9". Equal ones keep
   * their order, and results without an id come last.
   *
   * <p>Ids must be whole numbers of at most 18 digits; {@code hasNext} and {@code next} throw
   * {@link IllegalStateException} if one is not, and name it.
   */
  public ResultsOptions withNumericOrder() {
    return new ResultsOptions(maxLineBytes, null, true, idMember);
  }

  /**
   * Returns a copy that finds the custom id in another member, where a batch was made by a program
   * that uses another: {@code metadata.request_id}, for example. Where a line does not have it, the
   * provider's own members count.
   *
   * @param path the names of the members from the line down, separated by dots
   * @throws IllegalArgumentException if a name is empty or not ASCII
   */
  public ResultsOptions withIdMember(String path) {
    if (!ID_MEMBER.matcher(path).matches()) {
      throw new IllegalArgumentException(
          "idMember must be names in ASCII, separated by dots: \"" + path + "\"");
    }
    return new ResultsOptions(maxLineBytes, orderOf, numericOrder, path);
  }

  /** Returns the length in bytes of the longest line that is read. */
  public int maxLineBytes() {
    return maxLineBytes;
  }

  /** Returns the custom ids in whose order results come, or null. */
  public @Nullable Collection<String> orderOf() {
    return orderOf;
  }

  /** Returns whether results come in the order of their custom ids as numbers. */
  public boolean numericOrder() {
    return numericOrder;
  }

  /** Returns the path of the member with the custom id, or null for the provider's own. */
  public @Nullable String idMember() {
    return idMember;
  }
}
