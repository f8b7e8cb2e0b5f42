package io.batchwright.testing;

import io.batchwright.Usage;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Reads lines with Gson's trees, as the library did before it read bytes. */
public abstract class LineOracle {
  private final List<String> ids;

  /** Creates an oracle that finds the custom id at the first of these paths that has one. */
  protected LineOracle(String... ids) {
    this.ids = List.of(ids);
  }

  /** Whether any of the ids in a line is acceptable. */
  boolean idIsOpen(byte[] line) {
    return GsonIds.of(line, ids, true).open()
        || UnpairedSurrogates.confuse(new String(line, StandardCharsets.UTF_8));
  }

  /** Returns the reading of a line. */
  public final LineReading read(byte[] line) {
    TreeLine tree = TreeLine.parse(line);
    if (tree == null) {
      String id = GsonIds.of(line, ids, true).first();
      return LineReading.unreadable(id, LineReading.BROKEN);
    }
    for (String path : ids) {
      String id = tree.word(path);
      if (id != null) {
        return read(tree, id);
      }
    }
    return readNameless(tree);
  }

  /** Returns the reading of a line. */
  protected abstract LineReading read(TreeLine line, String id);

  /** Returns the reading of a line without an id. */
  protected LineReading readNameless(TreeLine line) {
    return LineReading.unreadable(null, "no " + ids.get(0));
  }

  /** Joins the texts of the elements of an array, with a blank line where something is between. */
  protected static String joined(
      TreeLine holder, String path, Function<TreeLine, @Nullable String> text) {
    StringBuilder all = new StringBuilder();
    boolean gap = false;
    for (TreeLine element : holder.elements(path)) {
      String part = text.apply(element);
      if (part != null && !part.isEmpty()) {
        all.append(gap && !all.isEmpty() ? "\n\n" : "").append(part);
        gap = false;
      }
      gap |= part == null;
    }
    return all.toString();
  }

  /** Returns the assistant's text in a body. */
  protected abstract String text(TreeLine body);

  /** Returns the tokens in a body. */
  protected abstract @Nullable Usage usage(TreeLine body);

  /** Returns the reading of a response. */
  protected final LineReading succeeded(String id, TreeLine body) {
    return body.tree().isEmpty()
        ? LineReading.without("ERRORED", id)
        : new LineReading("SUCCEEDED", id, body.tree().toString(), text(body), usage(body));
  }
}
