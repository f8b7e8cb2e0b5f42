package io.batchwright.safety;

import static io.batchwright.safety.RawServer.write;

import java.io.IOException;
import java.io.OutputStream;
import java.util.zip.GZIPOutputStream;

/** Responses that are larger than any heap they are read in. */
enum Flood {
  ENDLESS_STATUS_LINE {
    @Override
    void respond(OutputStream out) throws IOException {
      write(out, "HTTP/1.1 200 ");
      repeat(out, "x");
    }
  },
  ENDLESS_HEADERS {
    @Override
    void respond(OutputStream out) throws IOException {
      write(out, "HTTP/1.1 200 OK\r\n");
      repeat(out, "X-Header: of some length\r\n");
    }
  },
  ENDLESS_HEADER {
    @Override
    void respond(OutputStream out) throws IOException {
      write(out, "HTTP/1.1 200 OK\r\nX-Header: ");
      repeat(out, "x");
    }
  },
  LONG_BODY {
    @Override
    void respond(OutputStream out) throws IOException {
      write(out, "HTTP/1.1 200 OK\r\n\r\n{\"id\":\"b\",\"x\":\"");
      repeat(out, "x");
    }
  },
  GZIP_BOMB {
    @Override
    void respond(OutputStream out) throws IOException {
      zipped(out, 200, "{\"id\":\"b\",\"x\":\"", "x");
    }
  },
  GZIP_BOMB_IN_AN_ERROR {
    @Override
    void respond(OutputStream out) throws IOException {
      zipped(out, 500, "{\"error\":{\"message\":\"", "x");
    }
  },
  DEEP_NESTING {
    @Override
    void respond(OutputStream out) throws IOException {
      zipped(out, 200, "{\"name\":\"batches/b\",\"id\":\"b\",\"x\":", "[{\"x\":");
    }
  },
  DEEP_RESULT_IN_A_BATCH {
    @Override
    void respond(OutputStream out) throws IOException {
      write(out, "HTTP/1.1 200 OK\r\n\r\n");
      write(out, "{\"name\":\"batches/b\",\"metadata\":{\"state\":\"BATCH_STATE_SUCCEEDED\"},");
      write(out, "\"done\":true,\"response\":{\"inlinedResponses\":[{\"key\":\"deep\",\"x\":");
      repeat(out, "[");
      repeat(out, "]");
      write(out, "},{\"key\":\"last\",\"error\":{\"code\":1}}]}}");
    }
  },
  LONG_LINE {
    @Override
    void respond(OutputStream out) throws IOException {
      write(out, "HTTP/1.1 200 OK\r\n\r\n{\"custom_id\":\"long\",\"x\":\"");
      repeat(out, "x");
      write(out, "\"}\n" + LAST);
    }
  },
  GZIP_BOMB_IN_A_LINE {
    @Override
    void respond(OutputStream out) throws IOException {
      zipped(out, 200, "{\"custom_id\":\"long\",\"x\":\"", "x", "\"}\n" + LAST);
    }
  },
  DEEP_LINE {
    @Override
    void respond(OutputStream out) throws IOException {
      write(out, "HTTP/1.1 200 OK\r\n\r\n");
      write(out, "{\"custom_id\":\"deep\",\"x\":" + "[".repeat(8 << 20) + "\n" + LAST);
    }
  };

  /** More than the client's whole heap. */
  private static final int SIZE = 96 << 20;

  private static final String LAST = "{\"custom_id\":\"last\",\"result\":{\"type\":\"expired\"}}\n";

  abstract void respond(OutputStream out) throws IOException;

  private static void repeat(OutputStream out, String text) throws IOException {
    String part = text.repeat((64 << 10) / text.length());
    for (int written = 0; written < SIZE; written += part.length()) {
      write(out, part);
    }
  }

  private static void zipped(
      OutputStream out, int status, String head, String repeated, String... tail)
      throws IOException {
    write(out, "HTTP/1.1 " + status + " Some\r\nContent-Encoding: gzip\r\n\r\n");
    GZIPOutputStream zip = new GZIPOutputStream(out);
    write(zip, head);
    repeat(zip, repeated);
    for (String text : tail) {
      write(zip, text);
    }
    zip.finish();
  }
}
