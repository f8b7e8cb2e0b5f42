package io.batchwright.safety;

import static org.assertj.core.api.Assertions.fail;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** A key, a prompt and a response that are easy to find, in whatever spelling. */
final class Canaries {
  static final String KEY = "sk-Canary/Key+0123456789";
  static final String PROMPT = "canary prompt: who? <you>";
  static final String ANSWER = "canary answer: it's \"me\"";

  private static final List<String> SPELLINGS =
      Stream.of(KEY, PROMPT, ANSWER).flatMap(Canaries::spellings).toList();

  private Canaries() {}

  /** The whole string in every encoding, or a part of it that is unlikely to occur elsewhere. */
  private static Stream<String> spellings(String canary) {
    byte[] bytes = canary.getBytes(StandardCharsets.UTF_8);
    byte[] inner = canary.substring(3, 15).getBytes(StandardCharsets.UTF_8);
    return Stream.of(
            canary.substring(3, 13),
            URLEncoder.encode(canary, StandardCharsets.UTF_8).substring(3, 13),
            HexFormat.of().formatHex(inner),
            Base64.getEncoder().encodeToString(bytes).substring(0, 20))
        .map(spelling -> spelling.toLowerCase(Locale.ROOT));
  }

  /** Fails if any of the three is in a text. */
  static void assertNoneIn(String text) {
    String folded = text.toLowerCase(Locale.ROOT);
    for (String spelling : SPELLINGS) {
      if (folded.contains(spelling)) {
        fail("%s is in %s", spelling, text);
      }
    }
  }
}
