package io.batchwright.anthropic;

import static org.assertj.core.api.Assertions.assertThat;

import io.batchwright.BatchClient;
import io.batchwright.ProviderException;
import java.util.stream.Stream;
import mockwebserver3.RecordedRequest;
import okhttp3.OkHttpClient;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Neither key nor prompt goes anywhere but to the origin that the client was built for. */
class RedirectTest {
  private final MockAnthropic mock = new MockAnthropic();
  private final MockAnthropic elsewhere = new MockAnthropic();

  @AfterEach
  void close() {
    mock.close();
    elsewhere.close();
  }

  static Stream<Arguments> redirects() {
    return Stream.of(301, 302, 303, 307, 308)
        .flatMap(
            status -> Stream.of(Endpoint.values()).map(endpoint -> Arguments.of(status, endpoint)));
  }

  @ParameterizedTest(name = "{0} to {1}")
  @MethodSource("redirects")
  void noRedirectIsFollowedToAnotherOriginOrTheSame(int status, Endpoint endpoint) {
    OkHttpClient follower =
        new OkHttpClient.Builder().followRedirects(true).followSslRedirects(true).build();
    for (String location :
        new String[] {elsewhere.url() + "v1/messages/batches", "/v1/messages/batches/other"}) {
      mock.answer(status, "", "Location", location);
      for (Anthropic.Builder builder :
          new Anthropic.Builder[] {
            mock.builder(), mock.builder().bearerAuth(), mock.builder().okHttpClient(follower)
          }) {
        int before = mock.requests().size();
        try (BatchClient client = mock.client(builder)) {
          assertThat(endpoint.failure(client, mock.ref("msgbatch_1")))
              .isInstanceOfSatisfying(
                  ProviderException.class,
                  error -> {
                    assertThat(error.httpStatus()).isEqualTo(status);
                    assertThat(error.retryable()).isFalse();
                  });
        }
        assertThat(mock.requests()).hasSize(before + 1);
      }
    }
    assertThat(elsewhere.requests()).isEmpty();
  }

  @Test
  void aResultsUrlOnAnotherOriginIsNotFollowed() {
    mock.script(
        request ->
            request.getTarget().endsWith("/results")
                ? MockAnthropic.response(200, "")
                : MockAnthropic.response(
                    200,
                    "{\"id\":\"msgbatch_1\",\"processing_status\":\"ended\",\"results_url\":\""
                        + elsewhere.url()
                        + "steal\"}"));
    try (BatchClient client = mock.client()) {
      assertThat(client.open(mock.ref("msgbatch_1")).status().state().terminal()).isTrue();
      Endpoint.RESULTS.ask(client, mock.ref("msgbatch_1"));
    }

    assertThat(elsewhere.requests()).isEmpty();
    assertThat(mock.requests().stream().map(RecordedRequest::getTarget))
        .containsExactly(
            "/v1/messages/batches/msgbatch_1", "/v1/messages/batches/msgbatch_1/results");
  }
}
