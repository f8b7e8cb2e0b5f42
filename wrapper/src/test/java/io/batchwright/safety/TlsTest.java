package io.batchwright.safety;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.batchwright.BatchClient;
import io.batchwright.BatchException;
import io.batchwright.BatchListener;
import io.batchwright.BatchRef;
import io.batchwright.BatchResults;
import io.batchwright.ListOptions;
import io.batchwright.TransportException;
import io.batchwright.internal.client.AdapterClient;
import io.batchwright.internal.client.ProviderAdapter;
import io.batchwright.internal.wait.Events;
import io.batchwright.providers.ClientBuilder;
import io.batchwright.testing.Adapters;
import io.batchwright.testing.VirtualClock;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import javax.net.ssl.SSLException;
import okhttp3.tls.HeldCertificate;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** No request is sent to a server that cannot prove its identity. */
class TlsTest {
  private static final HeldCertificate ISSUER =
      new HeldCertificate.Builder().certificateAuthority(0).build();

  @ParameterizedTest
  @EnumSource
  void aServerThatVouchesForItselfGetsNothing(Provider provider) {
    HeldCertificate self =
        new HeldCertificate.Builder().addSubjectAlternativeName("localhost").build();
    try (TlsServer server = new TlsServer(self)) {
      refusedByAll(server, provider, provider.builder());
      refusedByAll(server, provider, provider.builder().okHttpClient(TlsServer.trusting(ISSUER)));
    }
  }

  @ParameterizedTest
  @EnumSource
  void aServerOfAnotherNameGetsNothing(Provider provider) {
    HeldCertificate other =
        new HeldCertificate.Builder()
            .signedBy(ISSUER)
            .addSubjectAlternativeName("elsewhere.example")
            .build();
    try (TlsServer server = new TlsServer(other, ISSUER)) {
      refusedByAll(server, provider, provider.builder().okHttpClient(TlsServer.trusting(ISSUER)));
    }
  }

  @ParameterizedTest
  @EnumSource
  void aServerWhoseCertificateIsOverGetsNothing(Provider provider) {
    HeldCertificate over =
        new HeldCertificate.Builder()
            .signedBy(ISSUER)
            .addSubjectAlternativeName("localhost")
            .validityInterval(0, TimeUnit.DAYS.toMillis(365))
            .build();
    try (TlsServer server = new TlsServer(over, ISSUER)) {
      refusedByAll(server, provider, provider.builder().okHttpClient(TlsServer.trusting(ISSUER)));
    }
  }

  @ParameterizedTest
  @EnumSource
  void aTrustedServerReceivesTheRequest(Provider provider) {
    HeldCertificate right =
        new HeldCertificate.Builder()
            .signedBy(ISSUER)
            .addSubjectAlternativeName("localhost")
            .build();
    try (TlsServer server = new TlsServer(right, ISSUER)) {
      ClientBuilder<?> builder =
          provider.builder().okHttpClient(TlsServer.trusting(ISSUER)).baseUrl(server.url());
      try (BatchClient client = builder.build()) {
        assertThat(client.list(ListOptions.all())).isEmpty();
      }
      assertThat(server.requests()).isOne();
    }
  }

  private static void refusedByAll(TlsServer server, Provider provider, ClientBuilder<?> builder) {
    Shown shown = new Shown();
    builder.baseUrl(server.url());
    try (ProviderAdapter naming = Adapters.of(builder);
        BatchClient client =
            new AdapterClient(
                Adapters.of(builder),
                new Events(BatchListener.NONE, Runnable::run, Runnable::run),
                new VirtualClock())) {
      BatchRef ref = naming.ref("batch-1");
      for (Consumer<BatchClient> call : calls(provider, ref)) {
        ThrowingCallable sending = () -> call.accept(client);
        BatchException refused =
            Objects.requireNonNull(catchThrowableOfType(BatchException.class, sending));
        shown.attempt(sending);
        assertThat(transport(refused)).hasCauseInstanceOf(SSLException.class);
      }
    }
    assertThat(server.requests()).isZero();
    shown.assertNoCanary();
  }

  private static Throwable transport(BatchException refused) {
    return refused instanceof TransportException
        ? refused
        : Objects.requireNonNull(refused.getCause());
  }

  private static void read(BatchClient client, BatchRef ref) {
    try (BatchResults results = client.open(ref).results()) {
      assertThat(results).isEmpty();
    }
  }

  private static List<Consumer<BatchClient>> calls(Provider provider, BatchRef ref) {
    return List.of(
        client -> client.submit(provider.input("request-1")),
        client -> client.open(ref).status(),
        client -> client.list(ListOptions.all().withLimit(1)).forEach(Objects::requireNonNull),
        client -> read(client, ref),
        client -> client.open(ref).cancel().orElseThrow(),
        client -> client.open(ref).delete().orElseThrow());
  }
}
