package io.batchwright.anthropic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.batchwright.BatchClient;
import io.batchwright.BatchInput;
import io.batchwright.BatchRequest;
import io.batchwright.InvalidInputException;
import io.batchwright.SubmitException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Stream;
import okhttp3.OkHttpClient;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A create contains exactly what was validated, or is not sent in full. */
class InputChangesTest {
  private final MockAnthropic mock = new MockAnthropic();

  @AfterEach
  void close() {
    mock.close();
  }

  private static final String NEEDED = "\"max_tokens\":1,\"messages\":[]";

  private static BatchRequest request(String id, String members) {
    String body = NEEDED + (members.isEmpty() ? "" : ",") + members;
    return BatchRequest.ofJson(id, "{" + body + "}");
  }

  private static List<BatchRequest> requests(int count, String body) {
    List<BatchRequest> requests = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      requests.add(request("request-" + i, body));
    }
    return requests;
  }

  private static List<BatchRequest> plus(List<BatchRequest> requests, BatchRequest... more) {
    return Stream.concat(requests.stream(), Stream.of(more)).toList();
  }

  static Stream<Arguments> changes() {
    List<BatchRequest> many = requests(2000, "\"x\":\"" + "y".repeat(1000) + "\"");
    BatchRequest last = request("last", "\"n\":1");
    return Stream.of(
        Arguments.of("another byte", plus(many, request("last", "\"n\":2"))),
        Arguments.of("another id", plus(many, request("lost", "\"n\":1"))),
        Arguments.of("a longer id", plus(many, request("latest", "\"n\":1"))),
        Arguments.of("a longer body", plus(many, request("last", "\"n\":1000"))),
        Arguments.of("a shorter body", plus(many, request("last", ""))),
        Arguments.of("a bad body", plus(many, request("last", "\"n\":"))),
        Arguments.of("one more", plus(many, last, request("more", ""))),
        Arguments.of("one less", many),
        Arguments.of("more, and shorter", requests(5000, "")),
        Arguments.of("none", List.of()),
        Arguments.of("another order", plus(List.of(last), many.toArray(BatchRequest[]::new))),
        Arguments.of("all new", requests(5000, "\"z\":\"" + "y".repeat(1000) + "\"")));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("changes")
  void aSequenceThatDiffersTheSecondTimeIsNotSent(String name, List<BatchRequest> second) {
    List<BatchRequest> first =
        plus(requests(2000, "\"x\":\"" + "y".repeat(1000) + "\""), request("last", "\"n\":1"));
    Iterator<List<BatchRequest>> passes = List.of(first, second).iterator();

    SubmitException error = submit(BatchInput.of(() -> passes.next().iterator()), mock.builder());
    assertNotSent(error);
    assertThat(error)
        .as(name)
        .hasMessageContaining(
            second.isEmpty()
                ? "its iterator was consumed"
                : "do not modify it while submit() runs");
  }

  @Test
  void anIterableThatCanBeReadOnlyOnceIsNamed() {
    Iterator<BatchRequest> once = requests(3, "").iterator();
    SubmitException error = submit(BatchInput.of(() -> once), mock.builder());
    assertNotSent(error);
    assertThat(error)
        .hasMessageContaining("its iterator was consumed; pass a collection, or an Iterable");
  }

  @Test
  void aSequenceThatThrowsTheSecondTimeIsNotSent() {
    Iterator<List<BatchRequest>> passes = List.of(requests(3, "")).iterator();

    SubmitException error = submit(BatchInput.of(() -> passes.next().iterator()), mock.builder());
    assertNotSent(error);
    assertThat(error).cause().satisfies(cause -> assertThat(cause.getSuppressed()).hasSize(1));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "{\"custom_id\":\"a\",\"body\":{\"x\":2}}\n", "[]\n"})
  void aFileThatChangesInBetweenIsNotSent(String second, @TempDir Path dir) throws IOException {
    Path file =
        Files.writeString(
            dir.resolve("f.jsonl"), "{\"custom_id\":\"a\",\"body\":{" + NEEDED + ",\"x\":1}}\n");
    OkHttpClient meanwhile =
        new OkHttpClient.Builder()
            .addInterceptor(
                chain -> {
                  Files.writeString(file, second);
                  return chain.proceed(chain.request());
                })
            .build();

    assertNotSent(submit(BatchInput.ofFile(file), mock.builder().okHttpClient(meanwhile)));
  }

  @Test
  void aFileThatIsGoneIsNotSent(@TempDir Path dir) throws IOException {
    Path file =
        Files.writeString(
            dir.resolve("f.jsonl"), "{\"custom_id\":\"a\",\"body\":{" + NEEDED + "}}\n");
    OkHttpClient meanwhile =
        new OkHttpClient.Builder()
            .addInterceptor(
                chain -> {
                  Files.delete(file);
                  return chain.proceed(chain.request());
                })
            .build();

    SubmitException error = submit(BatchInput.ofFile(file), mock.builder().okHttpClient(meanwhile));
    assertNotSent(error);
    assertThat(error).hasMessageContaining("NoSuchFileException");
  }

  @Test
  void whatStaysTheSameGoesOutWholeWithItsExactLength() {
    List<BatchRequest> requests = requests(2000, "\"x\":\"é🎉" + "y".repeat(1000) + "\"");
    try (BatchClient client = mock.client()) {
      assertThat(client.submit(BatchInput.of(requests)).ref().id()).isEqualTo("msgbatch_1");
    }

    String body = MockAnthropic.body(mock.requests().get(0));
    assertThat(mock.requests().get(0).getHeaders().get("content-length"))
        .isEqualTo(String.valueOf(body.getBytes(StandardCharsets.UTF_8).length));
    assertThat(body).startsWith("{\"requests\":[{\"custom_id\":\"request-0\"").endsWith("\"}}]}");
  }

  private SubmitException submit(BatchInput input, Anthropic.Builder builder) {
    try (BatchClient client = mock.client(builder)) {
      return catchThrowableOfType(SubmitException.class, () -> client.submit(input));
    }
  }

  private void assertNotSent(SubmitException error) {
    assertThat(error.delivery()).isEqualTo(SubmitException.Delivery.NOT_SENT);
    assertThat(error).hasCauseInstanceOf(InvalidInputException.class);
    assertThat(error.attempt().ended()).isNotNull();
    assertThat(mock.requests()).isEmpty();
  }
}
