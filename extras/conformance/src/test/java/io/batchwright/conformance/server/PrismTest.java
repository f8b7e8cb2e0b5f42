package io.batchwright.conformance.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import io.batchwright.conformance.bed.TestBed;
import io.batchwright.conformance.bed.VendorSpecs;
import io.batchwright.conformance.drift.Reasons;
import io.batchwright.conformance.node.NeedsNode;
import io.batchwright.conformance.node.SdkValue;
import io.batchwright.conformance.node.Server;
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
 * The traffic between our client and the sandbox, validated by prism as a proxy against the
 * vendors' own specifications.
 */
@NeedsNode("@stoplight/prism-cli")
@VendorSpecs.Needed("prism on the vendors' specs")
class PrismTest {
  private static final long MAX_RESPONSE_BYTES = 1 << 20;

  private static Reasons reasons;

  @RegisterExtension final TestBed bed = new TestBed();

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
    String root = vendor.root(bed.sandbox());
    try (Server prism = Server.prism(spec.file(folder), root)) {
      Findings findings = new Findings("prism", spec, prism.url());
      OkHttpClient noting = noting(findings);
      Walk.at(
          vendor,
          bed,
          builder -> {
            builder.baseUrl(vendor.url(prism.url())).okHttpClient(noting);
            // Chunks of a file bypass prism, because they go to the URL that the sandbox returned.
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
          Response response = chain.proceed(chain.request());
          findings.checked(response.request());
          String violations = response.header("sl-violations", "[]");
          for (JsonElement violation : JsonParser.parseString(violations).getAsJsonArray()) {
            note(findings, response, violation.getAsJsonObject());
          }
          return response;
        };
    return new OkHttpClient.Builder().addInterceptor(notes).build();
  }

  private static void note(Findings findings, Response response, JsonObject violation)
      throws IOException {
    List<String> location =
        violation.getAsJsonArray("location").asList().stream()
            .map(JsonElement::getAsString)
            .toList();
    String message = violation.get("message").getAsString();
    String what =
        isNull(response, location)
            ? "is null"
            : message.replaceFirst("^(Request|Response) body property \\S+ ", "");
    findings.add(response.request(), String.join(".", location), what);
  }

  /** For a null, prism reports only the expected type. */
  private static boolean isNull(Response response, List<String> location) throws IOException {
    if (location.size() < 3 || !location.subList(0, 2).equals(List.of("response", "body"))) {
      return false;
    }
    String body = response.peekBody(MAX_RESPONSE_BYTES).string();
    String path = String.join(".", location.subList(2, location.size()));
    return new SdkValue(JsonParser.parseString(body)).lacks(path);
  }
}
