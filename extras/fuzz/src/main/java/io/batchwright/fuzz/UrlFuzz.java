package io.batchwright.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import io.batchwright.BatchClient;
import io.batchwright.BatchRef;
import io.batchwright.TransportException;
import io.batchwright.anthropic.Anthropic;
import io.batchwright.gemini.Gemini;
import io.batchwright.moonshot.Moonshot;
import io.batchwright.openai.OpenAi;
import io.batchwright.providers.BaseUrl;
import io.batchwright.providers.ClientBuilder;
import io.batchwright.testing.Adapters;
import io.batchwright.zhipu.Zhipu;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import okhttp3.HttpUrl;
import okhttp3.Request;

/**
 * Parses base URLs and batch ids, one line each: whatever they are, a call goes to the origin and
 * the path of the base URL, and the id is one segment of its path.
 */
public final class UrlFuzz {
  private static final Set<String> CLEARTEXT = Set.of("gateway.test");
  private static final List<Supplier<ClientBuilder<?>>> BUILDERS =
      List.of(
          Anthropic::builder, OpenAi::builder, Gemini::builder, Moonshot::builder, Zhipu::builder);

  private UrlFuzz() {}

  /** Runs one input. */
  public static void fuzzerTestOneInput(byte[] data) {
    Input input = new Input(data);
    ClientBuilder<?> builder = BUILDERS.get(input.choice(BUILDERS.size())).get();
    String[] lines = input.text().split("\n", 2);
    BaseUrl base;
    try {
      base = BaseUrl.parse(lines[0], CLEARTEXT);
    } catch (IllegalArgumentException e) {
      assertThat(e).message().matches("The base URL('s)? [^@?#]*|Plain http to \\S+ would [^@?#]*");
      return;
    }
    HttpUrl url = HttpUrl.get(base.url());
    assertThat(HttpUrl.get(base.origin()).encodedPath()).isEqualTo("/");
    assertThat(origin(url)).isEqualTo(origin(HttpUrl.get(base.origin())));
    assertThat(url.isHttps() || isNear(url.host()) || CLEARTEXT.contains(url.host())).isTrue();
    assertThat(url.username() + url.password()).isEmpty();
    assertThat(new BatchRef("any", "b", base.origin()).origin()).isEqualTo(base.origin());
    if (lines.length == 2) {
      checkCall(builder, base, lines[1]);
    }
  }

  private static boolean isNear(String host) {
    return host.equals("localhost") || host.equals("::1") || host.startsWith("127.");
  }

  private static String origin(HttpUrl url) {
    return url.scheme() + " " + url.host() + " " + url.port();
  }

  private static void checkCall(ClientBuilder<?> builder, BaseUrl base, String id) {
    Wire wire = new Wire(List.of());
    builder.apiKey("k").baseUrl(base.url()).okHttpClient(wire.client());
    CLEARTEXT.forEach(builder::allowCleartextTo);
    try (BatchClient client = builder.build()) {
      BatchRef ref;
      try {
        BatchRef own = Adapters.of(builder).ref("b");
        ref = new BatchRef(own.provider(), id, own.origin());
      } catch (IllegalArgumentException e) {
        return;
      }
      try {
        assertThat(client.open(ref).status()).isNull();
      } catch (TransportException e) {
        // The wire sends no response.
      } catch (IllegalArgumentException e) {
        return; // no ref of this provider
      }
    }
    HttpUrl root = HttpUrl.get(base.url());
    assertThat(wire.requests()).hasSize(1);
    for (Request request : wire.requests()) {
      HttpUrl sent = request.url();
      assertThat(origin(sent)).isEqualTo(origin(root));
      assertThat(sent.encodedPath()).startsWith(withSlash(root.encodedPath()));
      assertThat(sent.query()).isNull();
      assertThat(sent.fragment()).isNull();
      List<String> steps = sent.pathSegments();
      String last = steps.get(steps.size() - 1);
      // Gemini's ids have a prefix that is part of its path already.
      assertThat(List.of(last, "batches/" + last)).contains(id);
    }
  }

  private static String withSlash(String path) {
    return path.endsWith("/") ? path : path + "/";
  }
}
