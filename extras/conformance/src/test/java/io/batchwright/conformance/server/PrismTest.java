package io.batchwright.conformance.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import io.batchwright.conformance.drift.Reasons;
import io.batchwright.conformance.node.Given;
import io.batchwright.conformance.node.NeedsNode;
import io.batchwright.conformance.node.Server;
import io.batchwright.conformance.stage.Stage;
import io.batchwright.conformance.stage.VendorSpecs;
import io.batchwright.gemini.Gemini;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import okhttp3.Interceptor;
import okhttp3.OkHttpClient;
import okhttp3.Response;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * What our client and the sandbox say to each other, checked by prism between them against the
 * vendors' own specifications.
 */
@NeedsNode("@stoplight/prism-cli")
@VendorSpecs.Needed("prism on the vendors' specs")
class PrismTest {
  private static final long LONGEST_ANSWER = 1 << 20;

  private static Reasons reasons;

  @RegisterExtension final Stage stage = new Stage();

  @TempDir Path folder;

  @BeforeAll
  static void readReasons() throws IOException {
    reasons = Reasons.read(Path.of("prism-reasons.txt"));
  }

  @AfterAll
  static void eachReasonWasNeeded() {
    assertThat(reasons.unused()).isEmpty();
  }

  @ParameterizedTest
  @EnumSource
  void findsNothingWrongWithWhatTheyExchange(Specification spec) throws IOException {
    Vendor vendor = spec.vendor();
    String root = vendor.root(stage.sandbox());
    try (Server prism = Server.prism(spec.file(folder), root)) {
      Findings findings = new Findings("prism", spec, prism.url());
      OkHttpClient noting = noting(findings);
      Walk.at(
          vendor,
          stage,
          builder -> {
            builder.baseUrl(vendor.url(prism.url())).okHttpClient(noting);
            // Pieces of a file go past prism, to where the sandbox says.
            if (builder instanceof Gemini.Builder gemini) gemini.allowUploadsTo(origin(root));
          });
      findings.assertAllHaveReasons(reasons);
    }
  }

  private static String origin(String url) {
    return url.substring(0, url.indexOf('/', "http://".length()));
  }

  private static OkHttpClient noting(Findings findings) {
    Interceptor notes =
        chain -> {
          Response answer = chain.proceed(chain.request());
          findings.checked(answer.request());
          String violations = answer.header("sl-violations", "[]");
          for (JsonElement violation : JsonParser.parseString(violations).getAsJsonArray()) {
            note(findings, answer, violation.getAsJsonObject());
          }
          return answer;
        };
    return new OkHttpClient.Builder().addInterceptor(notes).build();
  }

  private static void note(Findings findings, Response answer, JsonObject violation)
      throws IOException {
    List<String> location =
        violation.getAsJsonArray("location").asList().stream()
            .map(JsonElement::getAsString)
            .toList();
    String message = violation.get("message").getAsString();
    String what =
        isNull(answer, location)
            ? "is null"
            : message.replaceFirst("^(Request|Response) body property \\S+ ", "");
    findings.add(answer.request(), String.join(".", location), what);
  }

  /** Prism says of a null only what it should be instead. */
  private static boolean isNull(Response answer, List<String> location) throws IOException {
    if (location.size() < 3 || !location.subList(0, 2).equals(List.of("response", "body"))) {
      return false;
    }
    String body = answer.peekBody(LONGEST_ANSWER).string();
    String path = String.join(".", location.subList(2, location.size()));
    return new Given(JsonParser.parseString(body)).lacks(path);
  }
}
