package io.batchwright.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import io.batchwright.AwaitOptions;
import io.batchwright.Batch;
import io.batchwright.BatchClient;
import io.batchwright.BatchException;
import io.batchwright.BatchHandle;
import io.batchwright.BatchInput;
import io.batchwright.BatchListener;
import io.batchwright.BatchRequest;
import io.batchwright.BatchResult;
import io.batchwright.BatchResults;
import io.batchwright.BatchStatus;
import io.batchwright.ListOptions;
import io.batchwright.Outcome;
import io.batchwright.SubmitException;
import io.batchwright.anthropic.Anthropic;
import io.batchwright.gemini.Gemini;
import io.batchwright.internal.client.AdapterClient;
import io.batchwright.internal.client.ProviderAdapter;
import io.batchwright.internal.wait.Events;
import io.batchwright.moonshot.Moonshot;
import io.batchwright.openai.OpenAi;
import io.batchwright.providers.ClientBuilder;
import io.batchwright.testing.Adapters;
import io.batchwright.testing.VirtualClock;
import io.batchwright.zhipu.Zhipu;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import okhttp3.Headers;
import okhttp3.Request;
import org.jspecify.annotations.Nullable;

/**
 * Makes every call of every provider with arbitrary responses: each call returns a value or throws
 * a {@link BatchException}, no exception contains the key, and the key is sent only to the
 * provider.
 */
public final class ResponsesFuzz {
  private static final String KEY = "sk-fuzz-0123456789abcdef";
  private static final String HOST = "api.fuzz.test";

  /** The URLs that may be uploaded to without a key. */
  private static final String UPLOADS = "https://uploads.fuzz.test";

  /** Whatever ids a response contains, a call stays within the provider's paths. */
  private static final Pattern PATH =
      Pattern.compile("/base/(v1/messages/|(upload/)?v1beta/)?(batches|files|models)(/.*)?");

  private static final List<Supplier<ClientBuilder<?>>> BUILDERS =
      List.of(
          Anthropic::builder,
          OpenAi::builder,
          () -> Gemini.builder().inlineUpTo(0).allowUploadsTo(UPLOADS),
          Moonshot::builder,
          Zhipu::builder,
          Gemini::builder);

  private static final BatchInput REQUESTS =
      BatchInput.of(
          BatchRequest.ofJson("r-1", "{\"model\":\"m\",\"contents\":[],\"messages\":[]}"));

  private ResponsesFuzz() {}

  private interface Operation {
    void run(BatchClient client, ProviderAdapter provider, VirtualClock timer);
  }

  private static final List<Operation> OPERATIONS =
      List.of(
          (client, provider, timer) -> show(batch(client, provider).status()),
          (client, provider, timer) -> list(client),
          (client, provider, timer) -> read(batch(client, provider)),
          (client, provider, timer) -> show(batch(client, provider).cancel()),
          (client, provider, timer) -> show(batch(client, provider).delete()),
          (client, provider, timer) -> submit(client),
          (client, provider, timer) -> await(batch(client, provider), timer));

  /** Runs one input. */
  public static void fuzzerTestOneInput(byte[] data) {
    Input input = new Input(data);
    ClientBuilder<?> builder = BUILDERS.get(input.choice(BUILDERS.size())).get();
    Operation operation = OPERATIONS.get(input.choice(OPERATIONS.size()));
    Wire wire = new Wire(ScriptedResponse.parse(input.text()));
    builder.apiKey(KEY).baseUrl("https://" + HOST + "/base").okHttpClient(wire.client());
    ProviderAdapter provider = Adapters.of(builder);
    VirtualClock timer = new VirtualClock();
    try (BatchClient client =
        new AdapterClient(
            provider, new Events(BatchListener.NONE, Runnable::run, Runnable::run), timer)) {
      operation.run(client, provider, timer);
    } catch (BatchException e) {
      assertShowsNoKey(e);
    }
    wire.requests().forEach(ResponsesFuzz::checkRequest);
  }

  private static BatchHandle batch(BatchClient client, ProviderAdapter provider) {
    return client.open(provider.ref("batch_1"));
  }

  private static void list(BatchClient client) {
    int left = 20;
    for (BatchStatus status : client.list(ListOptions.all().withLimit(5))) {
      show(status);
      if (--left == 0) {
        return;
      }
    }
  }

  private static void read(Batch batch) {
    try (BatchResults results = batch.results()) {
      for (BatchResult result : results) {
        show(result);
        if (result instanceof BatchResult.Succeeded ok) {
          show(ok.text());
          show(ok.usage());
          show(ok.json().size());
        }
      }
    }
  }

  private static void submit(BatchClient client) {
    try {
      show(client.submit(REQUESTS).ref());
    } catch (SubmitException e) {
      assertShowsNoKey(e);
      show(client.findSubmitted(e.attempt()));
    }
  }

  private static void await(Batch batch, VirtualClock timer) {
    CompletableFuture<BatchStatus> ended =
        batch.awaitAsync(AwaitOptions.within(Duration.ofMinutes(3)));
    timer.advance(Duration.ofMinutes(4));
    assertThat(ended).isDone();
    try {
      show(ended.join());
    } catch (CompletionException e) {
      if (!(e.getCause() instanceof BatchException known)) {
        throw e;
      }
      throw known;
    }
  }

  private static void show(@Nullable Object value) {
    if (value instanceof Outcome.HandedBack<?, ?> back) {
      assertShowsNoKey(back.error());
    }
    assertThat(String.valueOf(value)).isNotNull();
  }

  private static void assertShowsNoKey(Throwable error) {
    StringWriter trace = new StringWriter();
    error.printStackTrace(new PrintWriter(trace));
    assertThat(trace.toString()).doesNotContain(KEY);
  }

  private static void checkRequest(Request request) {
    boolean own = request.url().host().equals(HOST) && request.isHttps() && isStandard(request);
    if (own) {
      assertThat(request.url().encodedPath()).matches(PATH);
      return;
    }
    assertThat(request.url().toString()).startsWith(UPLOADS + "/");
    Headers headers = request.headers();
    assertThat(request.url() + "\n" + headers).doesNotContain(KEY);
    for (String name : headers.names()) {
      assertThat(String.valueOf(headers.get(name))).doesNotContain(KEY);
    }
  }

  private static boolean isStandard(Request request) {
    return request.url().port() == 443;
  }
}
