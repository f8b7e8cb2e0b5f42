package io.batchwright;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.source.tree.AnnotationTree;
import com.sun.source.tree.BinaryTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.ParenthesizedTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreeScanner;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;

/**
 * Writes every text of the library and the command to {@code target/messages.txt}, where they can
 * be read at once, and holds them to the words of CONTRIBUTING's glossary. What is filled in is
 * shown as {@code {}}.
 */
class MessagesTest {
  private static final Path MODULE = Path.of(System.getProperty("basedir", "."));

  private static final Pattern NOT_OUR_WORDS =
      Pattern.compile(
          "\\b(ask(s|ed|ing)?|answer(s|ed)?(?!\\()|look(s|ed)? (at|through|for)|tells?|told|hear[sd]?"
              + "|says?|anew|at the most|beside|behind|whoever|nobody|no good|all the same|taken? up"
              + "|spent|used up|trouble|faults?)\\b",
          Pattern.CASE_INSENSITIVE);

  @Test
  void everyTextUsesTheWordsOfTheGlossary() throws IOException {
    List<String> texts = new ArrayList<>(texts(MODULE.resolve("src/main/java")));
    texts.addAll(texts(MODULE.resolve("../extras/cli/src/main/java")));
    Files.createDirectories(MODULE.resolve("target"));
    Files.write(MODULE.resolve("target/messages.txt"), texts);

    assertThat(texts).hasSizeGreaterThan(300);
    assertThat(texts).filteredOn(text -> NOT_OUR_WORDS.matcher(text).find()).isEmpty();
  }

  private static List<String> texts(Path sources) throws IOException {
    List<Path> files;
    try (Stream<Path> all = Files.walk(sources)) {
      files = all.filter(file -> file.toString().endsWith(".java")).sorted().toList();
    }
    List<String> texts = new ArrayList<>();
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    try (StandardJavaFileManager manager = compiler.getStandardFileManager(null, null, null)) {
      JavacTask task =
          (JavacTask)
              compiler.getTask(
                  null,
                  manager,
                  null,
                  List.of("-proc:none"),
                  null,
                  manager.getJavaFileObjectsFromPaths(files));
      for (CompilationUnitTree unit : task.parse()) {
        String file = Path.of(unit.getSourceFile().getName()).getFileName().toString();
        unit.accept(new Texts(file.replace(".java", ": "), texts), null);
      }
    }
    return texts;
  }

  /** Collects the texts of one file: constants of several words, joined where they are. */
  private static final class Texts extends TreeScanner<Void, Void> {
    private final String prefix;
    private final List<String> texts;

    Texts(String prefix, List<String> texts) {
      this.prefix = prefix;
      this.texts = texts;
    }

    @Override
    public Void visitBinary(BinaryTree tree, Void unused) {
      return add(tree) ? null : super.visitBinary(tree, null);
    }

    @Override
    public Void visitLiteral(LiteralTree tree, Void unused) {
      add(tree);
      return null;
    }

    @Override
    public Void visitAnnotation(AnnotationTree tree, Void unused) {
      // Picocli's help is in annotations; what suppresses warnings is not for users.
      return tree.getAnnotationType().toString().equals("SuppressWarnings")
          ? null
          : super.visitAnnotation(tree, null);
    }

    private boolean add(ExpressionTree tree) {
      String text = template(tree);
      boolean isText = text.replace("{}", "").strip().contains(" ");
      if (isText) {
        texts.add(prefix + text);
      }
      return isText;
    }

    private static String template(ExpressionTree tree) {
      if (tree instanceof ParenthesizedTree inner) {
        return template(inner.getExpression());
      }
      if (tree instanceof BinaryTree sum && sum.getKind() == Tree.Kind.PLUS) {
        return template(sum.getLeftOperand()) + template(sum.getRightOperand());
      }
      return tree instanceof LiteralTree literal && literal.getValue() instanceof String text
          ? text.replace("\n", "\\n")
          : "{}";
    }
  }
}
