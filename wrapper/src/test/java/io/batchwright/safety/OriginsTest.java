package io.batchwright.safety;

import static org.assertj.core.api.Assertions.assertThat;

import io.batchwright.BatchHandle;
import io.batchwright.sandbox.shaded.mockwebserver3.MockResponse;
import io.batchwright.sandbox.shaded.okio.Buffer;
import io.batchwright.testing.ScriptedServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Neither the key nor anything else is sent to another origin than the client's. */
@Tag("slow")
class OriginsTest {
  private static final Pattern OWN = Pattern.compile("https?://(localhost|127\\.0\\.0\\.1):\\d+/");

  private final ScriptedServer elsewhere = new ScriptedServer("{}");

  @AfterEach
  void close() {
    elsewhere.close();
  }

  @ParameterizedTest
  @EnumSource
  void noRequestOfAnyCallFollowsARedirect(Provider provider) {
    try (Environment env = new Environment(provider)) {
      for (UserAction action : UserAction.values()) {
        int requests = Math.min(action.requests(env), 4);
        for (int status : new int[] {301, 302, 303, 307, 308}) {
          for (int first = 0; first < requests; first++) {
            BatchHandle batch = action.batch(env);
            env.relay().respondAfter(first, ScriptedServer.response(status, "", "Location", url()));
            env.shown().attempt(() -> action.run(env, batch));
            env.relay().pass();
          }
        }
      }
      assertThat(env.shown().has("responded 308 to")).isTrue();
    }
    assertThat(elsewhere.requests()).isEmpty();
  }

  /** URLs of results, uploads and downloads, for example. */
  @ParameterizedTest
  @EnumSource
  void noUrlInAResponseIsFollowed(Provider provider) {
    AtomicInteger given = new AtomicInteger();
    try (Environment env = new Environment(provider)) {
      for (UserAction action : UserAction.values()) {
        BatchHandle batch = action.batch(env);
        env.relay().change(response -> moved(response, given));
        env.shown().attempt(() -> action.run(env, batch));
        env.relay().change(response -> response);
      }
    }
    boolean gives = provider.name().matches("ANTHROPIC.*|GEMINI_FILE");
    assertThat(given.get() > 0).isEqualTo(gives);
    assertThat(elsewhere.requests()).isEmpty();
  }

  /** File ids are only ever one path segment, whatever they contain. */
  @ParameterizedTest
  @EnumSource
  void noFileNamedByAResponseLeadsElsewhere(Provider provider) {
    AtomicInteger given = new AtomicInteger();
    try (Environment env = new Environment(provider)) {
      for (UserAction action : new UserAction[] {UserAction.READ, UserAction.DELETE}) {
        BatchHandle batch = action.batch(env);
        env.relay().change(response -> named(response, given));
        env.shown().attempt(() -> action.run(env, batch));
        env.relay().change(response -> response);
      }
      assertThat(env.relay().front().requests())
          .allMatch(request -> request.getUrl().host().equals("localhost"));
    }
    boolean files = !provider.name().matches("ANTHROPIC.*|GEMINI_INLINE");
    assertThat(given.get() > 0).isEqualTo(files);
    assertThat(elsewhere.requests()).isEmpty();
  }

  private MockResponse moved(MockResponse response, AtomicInteger count) {
    MockResponse.Builder moved = response.newBuilder();
    String body = body(response);
    String there = OWN.matcher(body).replaceAll(url());
    if (!there.equals(body)) {
      count.incrementAndGet();
      moved.body(there);
    }
    for (String name : response.getHeaders().names()) {
      String value = String.valueOf(response.getHeaders().get(name));
      if (OWN.matcher(value).find()) {
        count.incrementAndGet();
        moved.setHeader(name, OWN.matcher(value).replaceAll(url()));
      }
    }
    return moved.build();
  }

  private MockResponse named(MockResponse response, AtomicInteger count) {
    String body = body(response);
    String named =
        body.replaceAll(
            "(\"(?:output_file_id|error_file_id|input_file_id|responsesFile|fileName)\":\\s*)\"[^\"]*\"",
            "$1\"" + url() + "../steal\"");
    if (named.equals(body)) {
      return response;
    }
    count.incrementAndGet();
    return response.newBuilder().body(named).build();
  }

  private static String body(MockResponse response) {
    Buffer body = new Buffer();
    try {
      if (response.getBody() != null) {
        response.getBody().writeTo(body);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return body.readUtf8();
  }

  private String url() {
    return elsewhere.url();
  }
}
