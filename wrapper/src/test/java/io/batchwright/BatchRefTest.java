package io.batchwright;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BatchRefTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "anthropic:msgbatch_01AbCd",
        "gemini:batches/x4k2",
        "anthropic:a:b?c#d%2f&e",
        "openai:batch_1@https://gateway.test",
        "anthropic:msgbatch_1@http://127.0.0.1:8080",
        "anthropic:msgbatch_1@http://[::1]:8080",
        "anthropic:msgbatch_1@http://llm_gateway:8080",
        "gemini:batches/..b/.c/d.",
        "a-1:b"
      })
  void isReadAsItWasWritten(String text) {
    BatchRef ref = BatchRef.parse(text);

    assertThat(ref).hasToString(text);
    assertThat(BatchRef.parse(ref.toString())).isEqualTo(ref);
    assertThat(new BatchRef(ref.provider(), ref.id(), ref.origin())).isEqualTo(ref);
  }

  @Test
  void hasThreeParts() {
    BatchRef ref = BatchRef.parse(" anthropic:a:b@https://gateway.test:8443\n");

    assertThat(ref.provider()).isEqualTo("anthropic");
    assertThat(ref.id()).isEqualTo("a:b");
    assertThat(ref.origin()).isEqualTo("https://gateway.test:8443");
    assertThat(BatchRef.parse("anthropic:b").origin()).isNull();
  }

  @ParameterizedTest
  @CsvSource({
    "HTTPS://Gateway.Test, https://gateway.test",
    "https://gateway.test/, https://gateway.test",
    "https://gateway.test:443, https://gateway.test",
    "http://gateway.test:80/, http://gateway.test",
    "http://gateway.test:443, http://gateway.test:443",
    "http://[::1]:80, http://[::1]"
  })
  void originsAreBroughtIntoOneSpelling(String given, String spelled) {
    assertThat(new BatchRef("anthropic", "b", given).origin()).isEqualTo(spelled);
    assertThat(BatchRef.parse("anthropic:b@" + given)).hasToString("anthropic:b@" + spelled);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "anthropic",
        "anthropic:",
        ":b",
        "Anthropic:b",
        "1a:b",
        "anthropic:b c",
        "anthropic:ü",
        "anthropic:b\u0000",
        "anthropic:.",
        "anthropic:..",
        "gemini:batches/..",
        "gemini:batches/./b",
        "gemini:../files/f",
        "anthropic:b@",
        "anthropic:b@gateway.test",
        "anthropic:b@ftp://gateway.test",
        "anthropic:b@https://",
        "anthropic:b@https://gateway.test/path",
        "anthropic:b@https://gateway.test?q=1",
        "anthropic:b@https://gateway.test#f",
        "anthropic:b@https://user:secret@gateway.test",
        "anthropic:b@https://gateway.test:port",
        "anthropic:b@https://gateway.test\nx-evil: 1"
      })
  void refusesWhatIsNoRefWithoutQuotingIt(String text) {
    assertThatThrownBy(() -> BatchRef.parse(text))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("A ref")
        .hasMessageNotContaining("secret")
        .hasNoCause();
  }

  @Test
  void refusesIdsBeyondAllMeasure() {
    assertThat(new BatchRef("anthropic", "x".repeat(512), null).id()).hasSize(512);
    assertThatThrownBy(() -> new BatchRef("anthropic", "x".repeat(513), null))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
