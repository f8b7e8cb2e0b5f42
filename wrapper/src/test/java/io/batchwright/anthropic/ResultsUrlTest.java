package io.batchwright.anthropic;

import static org.assertj.core.api.Assertions.assertThat;

import io.batchwright.BatchClient;
import io.batchwright.sandbox.shaded.mockwebserver3.RecordedRequest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The URL of the results in a response is not followed; it could point anywhere. */
class ResultsUrlTest {
  private final MockAnthropic mock = new MockAnthropic();
  private final MockAnthropic elsewhere = new MockAnthropic();

  @AfterEach
  void close() {
    mock.close();
    elsewhere.close();
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
      Endpoint.RESULTS.send(client, mock.ref("msgbatch_1"));
    }

    assertThat(elsewhere.requests()).isEmpty();
    assertThat(mock.requests().stream().map(RecordedRequest::getTarget))
        .containsExactly(
            "/v1/messages/batches/msgbatch_1", "/v1/messages/batches/msgbatch_1/results");
  }
}
