package io.batchwright.safety;

import io.batchwright.sandbox.shaded.mockwebserver3.Dispatcher;
import io.batchwright.sandbox.shaded.mockwebserver3.MockResponse;
import io.batchwright.sandbox.shaded.mockwebserver3.MockWebServer;
import io.batchwright.sandbox.shaded.mockwebserver3.RecordedRequest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.cert.X509Certificate;
import java.util.Arrays;
import okhttp3.OkHttpClient;
import okhttp3.tls.HandshakeCertificates;
import okhttp3.tls.HeldCertificate;

/** A server that shows a certificate and answers every request with {@code {}}. */
final class TlsServer implements AutoCloseable {
  private final MockWebServer server = new MockWebServer();

  TlsServer(HeldCertificate shown, HeldCertificate... issuers) {
    HandshakeCertificates.Builder held = new HandshakeCertificates.Builder();
    X509Certificate[] chain =
        Arrays.stream(issuers).map(HeldCertificate::certificate).toArray(X509Certificate[]::new);
    held.heldCertificate(shown, chain);
    server.useHttps(held.build().sslSocketFactory());
    server.setDispatcher(
        new Dispatcher() {
          @Override
          public MockResponse dispatch(RecordedRequest request) {
            return new MockResponse.Builder().body("{}").build();
          }
        });
    try {
      server.start();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Gives the base URL, by the name of the host that the client is to believe in. */
  String url() {
    return "https://localhost:" + server.getPort();
  }

  /** Counts the requests, which come only after a handshake that the client was content with. */
  int requests() {
    return server.getRequestCount();
  }

  /** Makes a client that trusts an issuer beside nobody else. */
  static OkHttpClient trusting(HeldCertificate issuer) {
    HandshakeCertificates trusted =
        new HandshakeCertificates.Builder().addTrustedCertificate(issuer.certificate()).build();
    return new OkHttpClient.Builder()
        .sslSocketFactory(trusted.sslSocketFactory(), trusted.trustManager())
        .build();
  }

  @Override
  public void close() {
    server.close();
  }
}
