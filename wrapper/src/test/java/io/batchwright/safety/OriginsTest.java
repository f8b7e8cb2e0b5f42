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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Neither the key nor anything else is sent to another origin than the client's. */
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
      assertThat(env.shown().has("answered 308 to")).isTrue();
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
        env.relay().change(answer -> moved(answer, given));
        env.shown().attempt(() -> action.run(env, batch));
        env.relay().change(answer -> answer);
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
        env.relay().change(answer -> named(answer, given));
        env.shown().attempt(() -> action.run(env, batch));
        env.relay().change(answer -> answer);
      }
      assertThat(env.relay().front().requests())
          .allMatch(request -> request.getUrl().host().equals("localhost"));
    }
    boolean files = !provider.name().matches("ANTHROPIC.*|GEMINI_INLINE");
    assertThat(given.get() > 0).isEqualTo(files);
    assertThat(elsewhere.requests()).isEmpty();
  }

  private MockResponse moved(MockResponse answer, AtomicInteger count) {
    MockResponse.Builder moved = answer.newBuilder();
    String body = body(answer);
    String there = OWN.matcher(body).replaceAll(url());
    if (!there.equals(body)) {
      count.incrementAndGet();
      moved.body(there);
    }
    for (String name : answer.getHeaders().names()) {
      String value = String.valueOf(answer.getHeaders().get(name));
      if (OWN.matcher(value).find()) {
        count.incrementAndGet();
        moved.setHeader(name, OWN.matcher(value).replaceAll(url()));
      }
    }
    return moved.build();
  }

  private MockResponse named(MockResponse answer, AtomicInteger count) {
    String body = body(answer);
    String named =
        body.replaceAll(
            "(\"(?:output_file_id|error_file_id|input_file_id|responsesFile|fileName)\":\\s*)\"[^\"]*\"",
            "$1\"" + url() + "../steal\"");
    if (named.equals(body)) {
      return answer;
    }
    count.incrementAndGet();
    return answer.newBuilder().body(named).build();
  }

  private static String body(MockResponse answer) {
    Buffer body = new Buffer();
    try {
      if (answer.getBody() != null) {
        answer.getBody().writeTo(body);
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
