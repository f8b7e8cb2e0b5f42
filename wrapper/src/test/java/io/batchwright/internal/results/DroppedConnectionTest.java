package io.batchwright.internal.results;

import static org.assertj.core.api.Assertions.assertThat;

import io.batchwright.sandbox.shaded.mockwebserver3.MockResponse;
import io.batchwright.sandbox.shaded.mockwebserver3.MockWebServer;
import io.batchwright.sandbox.shaded.mockwebserver3.SocketEffect;
import io.batchwright.testing.ScriptedFile;
import java.io.IOException;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;
import okhttp3.ResponseBody;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Real dropped connections are recognised as such from OkHttp's exceptions. */
class DroppedConnectionTest {
  private static final String CONTENT =
      String.join("", IntStream.range(0, 2_000).mapToObj(i -> "{\"id\":\"" + i + "\"}\n").toList());

  private final MockWebServer server = new MockWebServer();
  private final OkHttpClient client = new OkHttpClient();
  private final ResultsReader reader = new ResultsReader();
  private final List<String> whole = reader.read(new ScriptedFile(CONTENT));

  @BeforeEach
  void start() throws IOException {
    server.start();
  }

  @AfterEach
  void stop() {
    server.close();
    client.dispatcher().executorService().shutdown();
    client.connectionPool().evictAll();
  }

  @Test
  void resumesATruncatedResponseOfKnownLength() {
    server.enqueue(dropped(new MockResponse.Builder().body(CONTENT)));
    server.enqueue(new MockResponse.Builder().body(CONTENT).build());
    assertThat(reader.read(file())).isEqualTo(whole);
    assertThat(reader.resumed).hasSize(1);
  }

  @Test
  void resumesATruncatedChunkedResponse() {
    server.enqueue(dropped(new MockResponse.Builder().chunkedBody(CONTENT, 512)));
    server.enqueue(new MockResponse.Builder().chunkedBody(CONTENT, 100).build());
    assertThat(reader.read(file())).isEqualTo(whole);
    assertThat(reader.resumed).hasSize(1);
  }

  private static MockResponse dropped(MockResponse.Builder reply) {
    return reply.onResponseBody(new SocketEffect.CloseSocket()).build();
  }

  private ResultFile file() {
    Request request = new Request.Builder().url(server.url("/").toString()).build();
    return (offset, validator) -> {
      Response response = client.newCall(request).execute();
      ResponseBody body = Objects.requireNonNull(response.body());
      assertThat(body.contentType()).isNull();
      return new ResultBytes(body.byteStream(), 0, null);
    };
  }
}
