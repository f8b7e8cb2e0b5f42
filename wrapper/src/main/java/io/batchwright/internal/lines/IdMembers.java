package io.batchwright.internal.lines;

import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Where a line has the custom id of its request.
 *
 * @param paths the paths of the members, in the order of precedence
 */
public record IdMembers(List<String> paths) {
  /** Returns the members of a provider. */
  public static IdMembers of(String... paths) {
    return new IdMembers(List.of(paths));
  }

  /** Returns these members after one that the caller chose, if that is not null. */
  public IdMembers after(@Nullable String chosen) {
    return chosen == null
        ? this
        : new IdMembers(Stream.concat(Stream.of(chosen), paths.stream()).toList());
  }

  /** Returns a reader of these members and of others. */
  public EnvelopeReader reader(String... others) {
    return EnvelopeReader.of(
        Stream.concat(paths.stream(), Stream.of(others)).toArray(String[]::new));
  }

  /** Returns the id, as a string or a number, or null if there is none. */
  public @Nullable String in(Envelope line) {
    for (String path : paths) {
      String id = line.word(path);
      if (id != null) {
        return id;
      }
    }
    return null;
  }
}
