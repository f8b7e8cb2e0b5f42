package io.batchwright.examples;

import io.batchwright.BatchClient;
import io.batchwright.BatchStatus;
import io.batchwright.ListOptions;
import io.batchwright.anthropic.Anthropic;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import okhttp3.OkHttpClient;

/** Uses an OkHttp client of the application, with its proxy, TLS, pool and interceptors. */
public final class OwnOkHttpClient {
  private OwnOkHttpClient() {}

  /** Argument: the base URL. */
  public static void main(String[] args) {
    AtomicInteger calls = new AtomicInteger();
    // docs: own client
    OkHttpClient own =
        new OkHttpClient.Builder()
            .addInterceptor(
                chain -> {
                  calls.incrementAndGet();
                  return chain.proceed(chain.request());
                })
            .build();
    try (BatchClient client =
        Anthropic.builder()
            .apiKey(Objects.requireNonNull(System.getenv("ANTHROPIC_API_KEY"), "ANTHROPIC_API_KEY"))
            .baseUrl(args[0])
            .apiVersion(Anthropic.VERSION_2026_10_21)
            .bearerAuth()
            .okHttpClient(own)
            .build()) {
      for (BatchStatus status : client.list(ListOptions.all().withLimit(5))) {
        System.out.println(status.ref() + " " + status.state());
      }
    }
    // docs: end
    System.out.println(calls.get() + " call went through the application's own client");
  }
}
