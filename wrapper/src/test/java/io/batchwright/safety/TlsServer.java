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

/** A server that presents a certificate and responds to every request with {@code {}}. */
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

  /** Returns the base URL, with the host name that the client is to verify. */
  String url() {
    return "https://localhost:" + server.getPort();
  }

  /** Returns the number of requests, which arrive only after a successful handshake. */
  int requests() {
    return server.getRequestCount();
  }

  /** Creates a client that trusts only this issuer. */
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
