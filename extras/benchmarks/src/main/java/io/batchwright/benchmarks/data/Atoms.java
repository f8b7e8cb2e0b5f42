package io.batchwright.benchmarks.data;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** The fragments that texts are composed of: their JSON encoding and their length. */
final class Atoms {
  private static final String[] WORDS = {
    "the",
    "of",
    "batch",
    "answer",
    "model",
    "token",
    "request",
    "because",
    "between",
    "a",
    "is",
    "light",
    "scatters",
    "more",
    "strongly",
    "at",
    "short",
    "wavelengths",
    "than",
    "long",
    "ones",
    "so",
    "that",
    "sky",
    "looks",
    "blue",
    "when",
    "sun",
    "stands",
    "high",
    "and",
    "red",
    "evening",
    "measure",
    "twice",
    "before",
    "you",
    "cut",
    "once",
    "number",
    "prime",
    "eleven",
    "table"
  };

  private static final String[] CODE = {
    "\\n    ",
    "\\\"name\\\": ",
    "\\\\d+",
    "\\t",
    "if (x) {\\n",
    "\\u00e9",
    "\\ud83d\\ude00",
    "\\/",
    "return \\\"",
    "\\\";\\n",
    "| a | b |\\n",
    "C:\\\\temp\\\\",
    "\\u4f60\\u597d",
    "\\r\\n",
    "end"
  };

  private final List<byte[]> bytes = new ArrayList<>();
  private final List<Integer> chars = new ArrayList<>();

  private Atoms() {}

  static Atoms of(Script script) {
    Atoms atoms = new Atoms();
    switch (script) {
      case PROSE -> atoms.prose();
      case ESCAPES -> atoms.escapes();
      case CJK -> atoms.cjk();
      case NONE -> throw new IllegalArgumentException("There is no text");
    }
    return atoms;
  }

  /** A punctuation mark that needs an escape or two bytes occurs about once in 40 words. */
  private void prose() {
    for (int times = 0; times < 3; times++) {
      for (String word : WORDS) {
        add(word + " ");
      }
    }
    add("\\n\\n");
    add("\\\"");
    add("caf\u00e9 ");
  }

  private void escapes() {
    for (String piece : CODE) {
      add(piece);
    }
    add("value ");
    add("key");
  }

  private void cjk() {
    for (char c = '\u4e00'; c < '\u4e00' + 120; c++) {
      add(String.valueOf(c));
    }
    add("\uff0c");
    add("\u3002\\n");
  }

  private void add(String json) {
    bytes.add(json.getBytes(StandardCharsets.UTF_8));
    chars.add(decodedLength(json));
  }

  /** Counts the UTF-16 units of the decoded text. */
  private static int decodedLength(String json) {
    int length = 0;
    for (int i = 0; i < json.length(); i++) {
      if (json.charAt(i) == '\\') {
        i += json.charAt(i + 1) == 'u' ? 5 : 1;
      }
      length++;
    }
    return length;
  }

  int size() {
    return bytes.size();
  }

  byte[] bytes(int index) {
    return bytes.get(index);
  }

  int chars(int index) {
    return chars.get(index);
  }
}
