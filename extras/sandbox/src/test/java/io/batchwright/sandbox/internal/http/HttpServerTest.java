package io.batchwright.sandbox.internal.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.batchwright.sandbox.shaded.okhttp3.Headers;
import io.batchwright.sandbox.shaded.okhttp3.OkHttpClient;
import io.batchwright.sandbox.shaded.okhttp3.Request;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class HttpServerTest {
  private HttpServer server;

  @BeforeEach
  void start() throws IOException {
    server = HttpServer.open(0, HttpServerTest::echo);
  }

  @AfterEach
  void stop() {
    server.close();
  }

  private static Response echo(Exchange exchange) throws IOException {
    if (exchange.target().equals("/fail")) throw new IllegalStateException("as scripted");
    byte[] body = exchange.body().readAllBytes();
    return Response.of(200, Headers.of(), body);
  }

  @Test
  void readsBodiesWithALengthOrInChunksOneAfterTheOther() throws IOException {
    String responses =
        talk(
            "POST /a HTTP/1.1\r\nHost: h\r\nContent-Length: 3\r\n\r\none"
                + "POST /b HTTP/1.1\r\nHost: h\r\nTransfer-Encoding: chunked\r\n\r\n"
                + "3;x=y\r\nTWO\r\n5\r\nthree\r\n0\r\nTrailer: t\r\n\r\n"
                + "GET /c HTTP/1.1\r\nHost: h\r\n\r\n");

    assertThat(responses.split("HTTP/1.1 200 OK", -1)).hasSize(4);
    assertThat(responses).containsSubsequence("\r\n\r\none", "\r\n\r\nTWOthree", "Length: 0");
  }

  @Test
  void sends100ContinueIfTheClientExpectsIt() throws IOException {
    String responses =
        talk("POST / HTTP/1.1\r\nHost: h\r\nExpect: 100-continue\r\nContent-Length: 2\r\n\r\nok");

    assertThat(responses).startsWith("HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 200 OK").endsWith("ok");
  }

  @Test
  void anAbortedBodyGetsNoResponseAndAffectsNoOtherRequest() throws IOException {
    assertThat(talk("POST / HTTP/1.1\r\nHost: h\r\nContent-Length: 9\r\n\r\nshort")).isEmpty();
    assertThat(talk("POST / HTTP/1.1\r\nHost: h\r\nContent-Length: 2\r\n\r\nok")).endsWith("ok");
  }

  @Test
  void anInternalFailureYields500() throws IOException {
    Logger log = Logger.getLogger(HttpServer.class.getPackageName());
    log.setLevel(Level.OFF);
    try {
      assertThat(talk("GET /fail HTTP/1.1\r\nHost: h\r\n\r\n")).startsWith("HTTP/1.1 500 ");
    } finally {
      log.setLevel(null);
    }
  }

  @Test
  void keepsNoneOfTenThousandRequests() throws Exception {
    OkHttpClient client = new OkHttpClient();
    Request request = new Request.Builder().url(server.url("/")).build();
    for (int i = 0; i < 10_000; i++) {
      try (var response = client.newCall(request).execute()) {
        assertThat(response.code()).isEqualTo(200);
      }
    }

    assertThat(server.recorded()).isZero();
  }

  /** Sends bytes, closes its side and reads until the server has closed its own. */
  private String talk(String bytes) throws IOException {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), server.port())) {
      socket.getOutputStream().write(bytes.getBytes(StandardCharsets.US_ASCII));
      socket.shutdownOutput();
      InputStream in = socket.getInputStream();
      return new String(readAll(in), StandardCharsets.US_ASCII);
    }
  }

  private static byte[] readAll(InputStream in) throws IOException {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    try {
      in.transferTo(all);
    } catch (SocketException e) {
      return all.toByteArray(); // a reset ends it too
    }
    return all.toByteArray();
  }
}
