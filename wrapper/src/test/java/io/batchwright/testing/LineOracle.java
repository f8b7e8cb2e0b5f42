package io.batchwright.testing;

import io.batchwright.ApiError;
import io.batchwright.Usage;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads lines through Gson's trees, as the library did before it walked through bytes. */
public abstract class LineOracle {
  private final List<String> ids;
  private final boolean numbers;

  /** Makes an oracle that finds the custom id at the first of these paths that has one. */
  protected LineOracle(boolean numbers, String... ids) {
    this.ids = List.of(ids);
    this.numbers = numbers;
  }

  /** Says whether it does not matter which id is found in a line. */
  boolean idIsOpen(byte[] line) {
    return FormerIds.of(line, ids, numbers).open()
        || Halves.confuse(new String(line, StandardCharsets.UTF_8));
  }

  /** Says what a line says. */
  public final LineReading read(byte[] line) {
    TreeLine tree = TreeLine.parse(line);
    if (tree == null) {
      String id = FormerIds.of(line, ids, numbers).first();
      return LineReading.unreadable(id, LineReading.BROKEN);
    }
    for (String path : ids) {
      String id = numbers ? tree.word(path) : tree.text(path);
      if (id != null) {
        return read(tree, id);
      }
    }
    return LineReading.unreadable(null, "no " + ids.get(0));
  }

  /** Says what a line says. */
  protected abstract LineReading read(TreeLine line, String id);

  /** Gives the assistant's text in a body. */
  protected abstract String text(TreeLine body);

  /** Gives the tokens in a body. */
  protected abstract @Nullable Usage usage(TreeLine body);

  /** Makes a reading with a body. */
  protected final LineReading reading(
      String kind, String id, @Nullable ApiError error, TreeLine body) {
    return new LineReading(kind, id, error, body.tree().toString(), text(body), usage(body));
  }
}
