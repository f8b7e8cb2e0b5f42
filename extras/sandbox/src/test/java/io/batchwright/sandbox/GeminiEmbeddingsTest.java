package io.batchwright.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import io.batchwright.sandbox.shaded.gson.JsonObject;
import io.batchwright.sandbox.shaded.gson.JsonParser;
import java.io.IOException;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Batches of embeddings: another create, the same operation. */
class GeminiEmbeddingsTest {
  private static final String CREATE = "/v1beta/models/gemini-embedding-001:asyncBatchEmbedContent";
  private static final String REQUEST = "{'content':{'parts':[{'text':'spider'}]}}";

  private Sandbox sandbox;
  private GeminiHttp http;

  @BeforeEach
  void start() {
    sandbox =
        Sandbox.builder()
            .batchTime(Duration.ZERO)
            .replies(request -> SandboxReply.embeddings(new float[] {0.25f, -0.5f}))
            .start();
    http = new GeminiHttp(sandbox);
  }

  @AfterEach
  void stop() {
    sandbox.close();
  }

  @Test
  void inlineRequestsGetVectors() throws IOException {
    Http.Reply ended = http.retrieve(create(CREATE, inline(REQUEST)));
    JsonObject item = Played.items(ended).get(0).getAsJsonObject();

    assertThat(GeminiHttp.metadata(ended).get("@type").getAsString())
        .endsWith(".EmbedContentBatch");
    assertThat(ended.json().getAsJsonObject("response").get("@type").getAsString())
        .endsWith(".EmbedContentBatchOutput");
    assertThat(item.getAsJsonObject("response").get("embedding"))
        .hasToString("{\"values\":[0.25,-0.5]}");
    assertThat(item.getAsJsonObject("response").getAsJsonObject("usageMetadata").keySet())
        .containsExactly("promptTokenCount", "promptTokenDetails");
    assertThat(item.get("metadata")).hasToString("{\"key\":\"a\"}");
    assertThat(GeminiHttp.stats(ended))
        .isEqualTo("{\"requestCount\":\"1\",\"successfulRequestCount\":\"1\"}");
  }

  @Test
  void aFileOfRequestsGetsAFileOfVectors() throws IOException {
    String row = "{'key':'a','request':" + REQUEST + "}\n";
    String file = http.file(row.replace('\'', '"'));
    Http.Reply ended = http.retrieve(create(CREATE, GeminiHttp.fileBody(file).toString()));
    String results =
        GeminiHttp.metadata(ended).getAsJsonObject("output").get("responsesFile").getAsString();

    JsonObject line = JsonParser.parseString(http.download(results).body()).getAsJsonObject();
    assertThat(line.get("key").getAsString()).isEqualTo("a");
    assertThat(line.getAsJsonObject("response").get("embedding"))
        .hasToString("{\"values\":[0.25,-0.5]}");
  }

  @Test
  void vectorsHaveTheRequestedLength() throws IOException {
    try (Sandbox usual = Sandbox.builder().batchTime(Duration.ZERO).start()) {
      http = new GeminiHttp(usual);
      String plain = REQUEST.replace("]}}", "]},'outputDimensionality':3}");
      String nested = REQUEST.replace("]}}", "]},'embedContentConfig':{'outputDimensionality':5}}");

      assertThat(vector(plain)).isEqualTo(3);
      assertThat(vector(nested)).isEqualTo(5);
      assertThat(vector(REQUEST)).isEqualTo(4);
    }
  }

  private int vector(String request) throws IOException {
    JsonObject item =
        Played.items(http.retrieve(create(CREATE, inline(request)))).get(0).getAsJsonObject();
    return item.getAsJsonObject("response")
        .getAsJsonObject("embedding")
        .getAsJsonArray("values")
        .size();
  }

  @Test
  void aRequestWithoutContentIsAnError() throws IOException {
    Http.Reply ended = http.retrieve(create(CREATE, inline("{'contents':[{'parts':[]}]}")));

    assertThat(Played.items(ended).get(0).toString()).contains("\"error\":{\"code\":3");
  }

  @Test
  void thereAreNoWebhooks() throws IOException {
    String body =
        inline(REQUEST).replace("\"displayName\"", "\"webhookConfig\":{},\"displayName\"");

    assertThat(http.http().post(CREATE, body).status()).isEqualTo(400);
  }

  @ParameterizedTest
  @ValueSource(strings = {"v1", "v1beta"})
  void bothVersionsHaveAllPaths(String version) throws IOException {
    String name = create(CREATE.replace("v1beta", version), inline(REQUEST));

    assertThat(http.http().get("/" + version + "/" + name).status()).isEqualTo(200);
    assertThat(http.http().get("/" + version + "/batches").body()).contains(name);
    assertThat(http.http().delete("/" + version + "/" + name).status()).isEqualTo(200);
  }

  private String create(String path, String body) throws IOException {
    return GeminiHttp.name(http.http().post(path, body));
  }

  private static String inline(String request) {
    return "{'batch':{'displayName':'d','inputConfig':{'requests':{'requests':[{'request':?,'metadata':{'key':'a'}}]}}}}"
        .replace("?", request)
        .replace('\'', '"');
  }
}
