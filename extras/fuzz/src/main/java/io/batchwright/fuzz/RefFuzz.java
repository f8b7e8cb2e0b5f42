package io.batchwright.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import io.batchwright.BatchClient;
import io.batchwright.BatchRef;
import io.batchwright.anthropic.Anthropic;
import io.batchwright.gemini.Gemini;
import io.batchwright.openai.OpenAi;
import java.util.List;
import okhttp3.HttpUrl;

/** Parses refs: an accepted one prints as itself, and opens only with a client of its provider. */
public final class RefFuzz {
  private static final String ORIGIN = "http://127.0.0.1:8080";
  private static final List<BatchClient> CLIENTS =
      List.of(
          Anthropic.builder().apiKey("k").build(),
          Anthropic.builder().apiKey("k").baseUrl(ORIGIN + "/x").build(),
          OpenAi.builder().apiKey("k").baseUrl(ORIGIN + "/v1").build(),
          Gemini.builder().apiKey("k").build());

  private RefFuzz() {}

  /** Runs one input. */
  public static void fuzzerTestOneInput(byte[] data) {
    Input input = new Input(data);
    int choice = input.choice(CLIENTS.size());
    String text = input.text();
    BatchRef ref;
    try {
      ref = BatchRef.parse(text);
    } catch (IllegalArgumentException e) {
      assertThat(e).message().startsWith("A ref").doesNotContain(LineProperties.CONTENT);
      return;
    }
    String printed = ref.toString();
    assertThat(BatchRef.parse(printed)).isEqualTo(ref).hasToString(printed);
    assertThat(printed).matches("[\\x21-\\x7e]+").doesNotContain("\n");
    if (ref.origin() == null) {
      assertThat(printed).isEqualTo(text.strip());
    } else {
      assertOrigin(ref.origin());
    }
    BatchRef opened;
    try {
      opened = CLIENTS.get(choice).open(ref).ref();
    } catch (IllegalArgumentException e) {
      return;
    }
    assertThat(opened.provider()).isEqualTo(ref.provider());
    assertThat(opened.origin()).isEqualTo(ref.origin());
    assertThat(ref.origin()).isEqualTo(choice == 1 || choice == 2 ? ORIGIN : null);
  }

  /** What an HTTP client parses as a URL must parse as a bare origin. */
  private static void assertOrigin(String origin) {
    HttpUrl url = HttpUrl.parse(origin);
    if (url != null) {
      assertThat(url.encodedPath()).isEqualTo("/");
      assertThat(url.username() + url.password()).isEmpty();
      assertThat(url.query()).isNull();
      assertThat(url.fragment()).isNull();
      assertThat(origin).startsWith(url.scheme() + "://");
    }
  }
}
