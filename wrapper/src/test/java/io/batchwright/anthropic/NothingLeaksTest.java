package io.batchwright.anthropic;

import static org.assertj.core.api.Assertions.assertThat;

import io.batchwright.AwaitOptions;
import io.batchwright.BatchClient;
import io.batchwright.BatchException;
import io.batchwright.BatchHandle;
import io.batchwright.BatchInput;
import io.batchwright.BatchListener;
import io.batchwright.BatchRef;
import io.batchwright.BatchRequest;
import io.batchwright.BatchResult;
import io.batchwright.BatchResults;
import io.batchwright.BatchStatus;
import io.batchwright.InvalidInputException;
import io.batchwright.ListOptions;
import io.batchwright.Outcome;
import io.batchwright.ProviderException;
import io.batchwright.client.anthropic.model.Message;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;
import mockwebserver3.MockResponse;
import mockwebserver3.SocketEffect;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Whatever fails: the key, a prompt and a body are in no message, no {@code toString}, no event and
 * no log record.
 */
class NothingLeaksTest {
  private static final String PROMPT = "PROMPT-MARKER";
  private static final String BODY = "BODY-MARKER";
  private static final Logger ALL = Logger.getLogger("io.batchwright");

  private final MockAnthropic mock = new MockAnthropic();
  private final List<String> shown = new CopyOnWriteArrayList<>();
  private final Handler records = new Records();
  private final BatchRef ref = mock.ref("msgbatch_1");

  @BeforeEach
  void listenToEverything() {
    ALL.setLevel(Level.ALL);
    ALL.addHandler(records);
  }

  @AfterEach
  void close() {
    ALL.removeHandler(records);
    ALL.setLevel(null);
    mock.close();
  }

  @Test
  void refusalsAndAnswersWithoutSense() {
    String echo =
        "{\"error\":{\"type\":\"t "
            + MockAnthropic.KEY
            + "\",\"message\":\"bad key "
            + MockAnthropic.KEY
            + "\",\"details\":\""
            + BODY
            + "\"},\"extra\":\""
            + BODY
            + "\"}";
    for (int status : new int[] {400, 401, 404, 409, 413, 429, 500, 529, 302}) {
      everyCall(MockAnthropic.response(status, echo));
      everyCall(MockAnthropic.response(status, "<html>" + BODY));
    }
    for (String body :
        List.of(
            "<html>" + BODY,
            "{\"id\":\"" + BODY + " " + BODY + "\"}",
            "{\"" + BODY + "\":" + BODY + "}",
            "{\"id\":\"msgbatch_1\",\"x\":\"" + BODY)) {
      everyCall(MockAnthropic.response(200, body));
    }
    everyCall(
        new MockResponse.Builder()
            .body("{\"id\":\"" + BODY + "\"}")
            .onResponseBody(new SocketEffect.CloseSocket())
            .build());

    assertNothingLeaked(200);
  }

  private void everyCall(MockResponse answer) {
    mock.answer(answer);
    BatchListener listener = new Listening();
    for (Anthropic.Builder builder : List.of(mock.builder(), mock.builder().bearerAuth())) {
      try (BatchClient client = mock.client(builder, listener)) {
        show(builder, client);
        for (Endpoint endpoint : Endpoint.values()) {
          attempt(() -> endpoint.ask(client, ref));
        }
        attempt(() -> client.submit(prompts()));
        attempt(() -> show(client.open(ref).cancel(), client.open(ref).delete()));
        AwaitOptions patient = AwaitOptions.within(Duration.ofMinutes(3));
        var wait = client.open(ref).awaitAsync(patient.maxOutage(Duration.ofMinutes(1)));
        mock.timer().advance(Duration.ofMinutes(4));
        attempt(wait::join);
        show(wait);
      }
    }
  }

  @Test
  void inputThatIsRefused(@TempDir Path dir) throws IOException {
    Path file =
        Files.writeString(
            dir.resolve("requests.jsonl"),
            String.join(
                "\n",
                "{\"custom_id\":\"a\",\"body\":{\"system\":\"" + PROMPT + "\"}",
                "{\"custom_id\":\"a\",\"body\":{\"system\":" + PROMPT + "}}",
                "{\"custom_id\":\"a\",\"body\":\"" + PROMPT + "\"}",
                "{\"custom_id\":[\"" + PROMPT + "\"],\"body\":{}}",
                "\"" + PROMPT + "\"",
                PROMPT,
                "{\"custom_id\":\"b\",\"body\":{\"system\":\"" + PROMPT + "\"}} " + PROMPT,
                "{\"custom_id\":\"c\",\"custom_id\":\"c\",\"body\":{\"x\":\"" + PROMPT + "\"}}"));
    try (BatchClient client = mock.client()) {
      BatchInput input = BatchInput.ofFile(file);
      show(input, input.only(List.of("a")));
      attempt(() -> client.submit(input));
      attempt(() -> client.submit(input.only(List.of("a", "zz"))));
      attempt(() -> client.submit(BatchInput.of(BatchRequest.ofJson("a", "{" + PROMPT))));
      attempt(() -> client.submit(BatchInput.of(BatchRequest.ofJson("a b", quoted(PROMPT)))));
      attempt(() -> client.submit(BatchInput.ofFile(dir.resolve("missing"))));
      attempt(() -> BatchRequest.of("a", quoted(PROMPT)));
      attempt(() -> BatchRequest.of("a", Map.of(PROMPT, Double.NaN)));
      attempt(() -> BatchRequest.of("a", Map.of(PROMPT, BatchClient.class)));
    }

    assertThat(mock.requests()).isEmpty();
    assertNothingLeaked(13);
  }

  @Test
  void inputThatChanges() {
    try (BatchClient client = mock.client()) {
      int[] passes = {0};
      attempt(
          () ->
              client.submit(
                  BatchInput.of(
                      () ->
                          List.of(BatchRequest.ofJson("a", body(PROMPT + passes[0]++)))
                              .iterator())));
    }

    assertThat(mock.requests()).isEmpty();
    assertNothingLeaked(1);
  }

  @Test
  void resultsOfEveryKind() {
    mock.answer(
        200,
        """
        {"custom_id":"a","result":{"type":"succeeded","message":{"content":[{"type":"text",\
        "text":"BODY-MARKER"}],"usage":"BODY-MARKER"}}}
        {"custom_id":"b","result":{"type":"errored","error":{"error":{"type":"x","details":\
        "BODY-MARKER"}}}}
        {"custom_id":"c","result":{"type":"BODY-MARKER"}}
        {"custom_id":"d","result":"BODY-MARKER"}
        {"custom_id":"e","result":{"type":"expired","x":"BODY-MARKER"}}
        {"custom_id":"f","result":{"type":"canceled","x":"BODY-MARKER"}}
        BODY-MARKER
        {"BODY-MARKER":BODY-MARKER
        {"custom_id":"g","result":{"type":"succeeded","message":"BODY-MARKER\
        """);
    try (BatchClient client = mock.client(mock.builder(), new Listening());
        BatchResults results = client.open(ref).results()) {
      show(results, results.audit(List.of("a")), results.summary());
      for (BatchResult result : results) {
        show(result);
        if (result instanceof BatchResult.Succeeded ok) {
          show(ok.body());
          attempt(() -> ok.body().as(Message.class));
          attempt(() -> ok.body().as(int[].class));
        }
        if (result instanceof BatchResult.Errored failed) {
          show(failed.error(), failed.body());
        }
      }
      attempt(() -> results.iterator());
    }

    assertNothingLeaked(15);
  }

  @Test
  void whatWentWell() {
    mock.answer(
        200,
        "{\"id\":\"msgbatch_1\",\"processing_status\":\"in_progress\",\"x\":\"" + BODY + "\"}");
    try (BatchClient client = mock.client(mock.builder(), new Listening())) {
      BatchHandle batch = client.submit(prompts());
      show(batch, batch.ref(), batch.status(), prompts());
      client.list(ListOptions.limit(1)).forEach(this::show);
      Outcome<?, ?> outcome = batch.cancel();
      show(outcome, batch, client);
    }

    assertThat(shown).as("log records are heard").anyMatch(text -> text.contains("answered 200"));
    assertNothingLeaked(8);
  }

  private static BatchInput prompts() {
    return BatchInput.of(BatchRequest.ofJson("id-1", body(PROMPT)));
  }

  private static String body(String prompt) {
    return "{\"model\":\"m\",\"system\":" + quoted(prompt) + "}";
  }

  private static String quoted(String text) {
    return "\"" + text + "\"";
  }

  private void show(Object... things) {
    for (Object thing : things) {
      shown.add(String.valueOf(thing));
    }
  }

  /** Does something that may fail, and shows the failure as a program's log would. */
  private void attempt(ThrowingCallable call) {
    try {
      call.call();
    } catch (Throwable e) {
      StringWriter trace = new StringWriter();
      e.printStackTrace(new PrintWriter(trace));
      show(trace);
      if (e instanceof InvalidInputException invalid) {
        show(invalid.report());
      }
      if (e instanceof ProviderException refused) {
        show(refused.error());
      }
    }
  }

  private void assertNothingLeaked(int atLeast) {
    assertThat(shown).hasSizeGreaterThanOrEqualTo(atLeast);
    assertThat(shown)
        .allSatisfy(
            text ->
                assertThat(text)
                    .doesNotContain(PROMPT, BODY)
                    .doesNotContainIgnoringCase("hidden", "Bearer sk"));
  }

  private final class Listening implements BatchListener {
    @Override
    public void submitted(BatchStatus status) {
      show(status);
    }

    @Override
    public void polled(BatchStatus status) {
      show(status);
    }

    @Override
    public void pollFailed(BatchRef batch, BatchException error, int failures, Duration outage) {
      show(batch, error);
    }

    @Override
    public void resultsResumed(BatchRef batch, long line, BatchException error) {
      show(batch, error);
    }
  }

  private final class Records extends Handler {
    private final SimpleFormatter formatter = new SimpleFormatter();

    @Override
    public void publish(LogRecord record) {
      show(formatter.format(record));
    }

    @Override
    public void flush() {}

    @Override
    public void close() {}
  }
}
