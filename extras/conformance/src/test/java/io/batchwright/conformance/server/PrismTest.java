package io.batchwright.conformance.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import io.batchwright.BatchClient;
import io.batchwright.conformance.drift.Reasons;
import io.batchwright.conformance.node.NeedsNode;
import io.batchwright.conformance.node.Server;
import io.batchwright.conformance.stage.Stage;
import io.batchwright.conformance.stage.VendorSpecs;
import io.batchwright.gemini.Gemini;
import io.batchwright.spi.ClientBuilder;
import java.io.IOException;
import java.nio.file.Path;
import java.util.stream.Collectors;
import okhttp3.Interceptor;
import okhttp3.OkHttpClient;
import okhttp3.Response;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * What our client and the sandbox say to each other, checked by prism between them against the
 * vendors' own specifications.
 */
@NeedsNode("@stoplight/prism-cli")
@VendorSpecs.Needed("prism on the vendors' specs")
class PrismTest {
  private static Reasons reasons;

  @RegisterExtension final Stage stage = new Stage();

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
  void findsNothingWrongWithWhatTheyExchange(Vendor vendor) throws IOException {
    String root = vendor.root(stage.sandbox());
    try (Server prism = Server.prism(vendor.specification(), root)) {
      Faults faults = new Faults(vendor.title(), prism.url());
      ClientBuilder<?> builder =
          vendor.builder().baseUrl(vendor.url(prism.url())).okHttpClient(noting(faults));
      // Pieces of a file go past prism, to where the sandbox says.
      if (builder instanceof Gemini.Builder gemini) gemini.allowUploadsTo(origin(root));
      try (BatchClient client = builder.build()) {
        new Walk(vendor, stage, client).run();
      }
      faults.assertAllHaveReasons(reasons);
    }
  }

  private static String origin(String url) {
    return url.substring(0, url.indexOf('/', "http://".length()));
  }

  private static OkHttpClient noting(Faults faults) {
    Interceptor notes =
        chain -> {
          Response answer = chain.proceed(chain.request());
          String violations = answer.header("sl-violations", "[]");
          for (JsonElement violation : JsonParser.parseString(violations).getAsJsonArray()) {
            note(faults, answer, violation.getAsJsonObject());
          }
          return answer;
        };
    return new OkHttpClient.Builder().addInterceptor(notes).build();
  }

  private static void note(Faults faults, Response answer, JsonObject violation) {
    String where =
        violation.getAsJsonArray("location").asList().stream()
            .map(JsonElement::getAsString)
            .map(name -> name.matches("\\d+") ? "[]" : name)
            .collect(Collectors.joining("."));
    faults.add(answer.request(), where, violation.get("message").getAsString());
  }
}
