package io.batchwright.internal.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.batchwright.ApiError;
import io.batchwright.ErrorKind;
import java.util.List;
import org.junit.jupiter.api.Test;

class RedactorTest {
  private final Redactor redactor = new Redactor(List.of("sk-hidden", ""));

  @Test
  void masksEveryOccurrenceOfASecret() {
    assertThat(redactor.clean("key sk-hidden, again sk-hidden!")).isEqualTo("key ***, again ***!");
  }

  @Test
  void masksInAnyCase() {
    assertThat(redactor.clean("at https://SK-Hidden.test")).isEqualTo("at https://***.test");
  }

  @Test
  void masksBeforeItCuts() {
    String text = "x".repeat(295) + "sk-hidden";

    assertThat(redactor.clean(text)).isEqualTo("x".repeat(295) + "***");
    assertThat(redactor.clean("x" + text)).doesNotContain("sk-");
  }

  @Test
  void cutsWhatIsLong() {
    assertThat(redactor.clean("x".repeat(300))).isEqualTo("x".repeat(300));
    assertThat(redactor.clean("x".repeat(301))).isEqualTo("x".repeat(300) + "…");
  }

  @Test
  void cutsNoCharacterInTheMiddle() {
    String text = "x".repeat(299) + "\ud83d\ude00";

    assertThat(redactor.clean(text)).isEqualTo("x".repeat(299) + "…");
    assertThat(redactor.clean("\ud83d\ude00".repeat(151))).hasSize(301);
  }

  @Test
  void putsSpacesForControlCharacters() {
    assertThat(redactor.clean("\u001b[31mone\r\n\ttwo\u0000 ")).isEqualTo("[31mone two");
    assertThat(redactor.clean("one\u009b31mtwo\u0085three")).isEqualTo("one 31mtwo three");
  }

  @Test
  void cleansAllTextOfAnError() {
    ApiError clean =
        redactor.clean(
            ApiError.builder(ErrorKind.IO)
                .type("sk-hidden")
                .code("c sk-hidden")
                .message("m sk-hidden")
                .requestId("r sk-hidden")
                .line(7L)
                .build());

    assertThat(clean)
        .isEqualTo(
            ApiError.builder(ErrorKind.IO)
                .type("***")
                .code("c ***")
                .message("m ***")
                .requestId("r ***")
                .line(7L)
                .build());
    ApiError empty = ApiError.builder(ErrorKind.INVALID).build();
    assertThat(redactor.clean(empty)).isEqualTo(empty);
  }

  @Test
  void showsNoSecretItself() {
    assertThat(redactor).hasToString("Redactor");
  }
}
