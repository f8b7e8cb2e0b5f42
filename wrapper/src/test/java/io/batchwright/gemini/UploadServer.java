package io.batchwright.gemini;

import static io.batchwright.testing.ScriptedServer.response;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import mockwebserver3.MockResponse;
import mockwebserver3.RecordedRequest;
import okio.ByteString;
import org.jspecify.annotations.Nullable;

/**
 * The provider's side of a resumable upload, per documents and SDKs: an offset other than what
 * arrived is refused, and so is a chunk before the last that is no multiple of the grain.
 */
final class UploadServer implements Function<RecordedRequest, MockResponse> {
  /** Breaks a step: gives the answer in place of the usual one, or null for that. */
  interface Trouble {
    @Nullable MockResponse with(String command, int step);
  }

  private final MockGemini mock;
  private final int grain;
  private final List<String> steps = new ArrayList<>();
  private final ByteArrayOutputStream file = new ByteArrayOutputStream();
  private Trouble trouble = (command, step) -> null;
  private String address;
  private boolean knowsQueries = true;
  private long length;

  UploadServer(MockGemini mock, int grain) {
    this.mock = mock;
    this.grain = grain;
    this.address = mock.url() + "upload/v1beta/files?upload_id=secret&upload_protocol=resumable";
    mock.script(this);
  }

  void trouble(Trouble value) {
    trouble = value;
  }

  void address(String value) {
    address = value;
  }

  void knowsNoQueries() {
    knowsQueries = false;
  }

  /** Takes the first bytes of a chunk although the step will fail. */
  void keep(int bytes) {
    keep = bytes;
  }

  private int keep;

  List<String> steps() {
    return steps;
  }

  byte[] file() {
    return file.toByteArray();
  }

  @Override
  public synchronized MockResponse apply(RecordedRequest request) {
    String command = request.getHeaders().get("X-Goog-Upload-Command");
    if (command == null) {
      return response(200, MockGemini.PENDING);
    }
    ByteString body = request.getBody() == null ? ByteString.EMPTY : request.getBody();
    String offset = request.getHeaders().get("X-Goog-Upload-Offset");
    steps.add(command + (offset == null ? "" : " " + offset + "+" + body.size()));
    MockResponse failure = trouble.with(command, steps.size());
    if (failure != null) {
      byte[] bytes = body.toByteArray();
      file.write(bytes, 0, Math.min(keep, bytes.length));
      return failure;
    }
    return switch (command) {
      case "start" -> {
        length = Long.parseLong(request.getHeaders().get("X-Goog-Upload-Header-Content-Length"));
        yield response(
            200,
            "",
            "x-goog-upload-url",
            address,
            "x-goog-upload-status",
            "active",
            "x-goog-upload-chunk-granularity",
            String.valueOf(grain));
      }
      case "query" -> {
        String state = file.size() == length && stored ? "final" : "active";
        yield knowsQueries
            ? response(
                200,
                stored ? STORED : "",
                "x-goog-upload-status",
                state,
                "x-goog-upload-size-received",
                String.valueOf(file.size()))
            : response(400, "");
      }
      default -> chunk(command, offset, body);
    };
  }

  private static final String STORED = "{\"file\":{\"name\":\"files/in1\",\"state\":\"ACTIVE\"}}";
  private boolean stored;

  /** Stores the file although the answer to its last step is lost. */
  void store() {
    stored = true;
  }

  private MockResponse chunk(String command, @Nullable String offset, ByteString body) {
    boolean last = command.equals("upload, finalize");
    if (!String.valueOf(file.size()).equals(offset) || (!last && body.size() % grain != 0)) {
      return response(400, "{\"error\":{\"code\":400,\"message\":\"A bad step.\"}}");
    }
    file.writeBytes(body.toByteArray());
    if (last && file.size() != length) {
      return response(400, "{\"error\":{\"code\":400,\"message\":\"Too short.\"}}");
    }
    return response(200, last ? STORED : "", "x-goog-upload-status", last ? "final" : "active");
  }

  MockGemini mock() {
    return mock;
  }
}
