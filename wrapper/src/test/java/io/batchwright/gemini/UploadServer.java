package io.batchwright.gemini;

import static io.batchwright.testing.ScriptedServer.response;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.batchwright.BatchClient;
import io.batchwright.BatchInput;
import io.batchwright.BatchRequest;
import io.batchwright.SubmitException;
import io.batchwright.sandbox.shaded.mockwebserver3.MockResponse;
import io.batchwright.sandbox.shaded.mockwebserver3.RecordedRequest;
import io.batchwright.sandbox.shaded.okio.ByteString;
import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The provider's side of a resumable upload, per documentation and SDKs: an offset other than the
 * received size is refused, and so is a chunk before the last whose length is not a multiple of the
 * granularity. Whether the API also rejects an offset in the middle of a chunk is unverified.
 */
final class UploadServer implements Function<RecordedRequest, MockResponse> {
  private static final String STORED = "{\"file\":{\"name\":\"files/in1\",\"state\":\"ACTIVE\"}}";

  /** The granularity of this API, as far as known: 8 MiB. */
  static final int GRANULARITY = 8 << 20;

  /**
   * Breaks a step: returns the response to send instead of the usual one, or null for the usual
   * one.
   */
  interface StepFailure {
    @Nullable MockResponse with(String command, int step);
  }

  private final MockGemini mock;
  private final int granularity;
  private final List<String> steps = new ArrayList<>();
  private final ByteArrayOutputStream file = new ByteArrayOutputStream();
  private StepFailure stepFailure = (command, step) -> null;
  private String address;
  private String query = "";
  private int keep;
  private boolean stored;
  private boolean knowsQueries = true;
  private long length;

  UploadServer(MockGemini mock, int granularity) {
    this.mock = mock;
    this.granularity = granularity;
    this.address = mock.url() + "upload/v1beta/files?upload_id=secret&upload_protocol=resumable";
    mock.script(this);
  }

  /** Creates one request whose line has this many bytes, including its line feed. */
  static BatchInput ofLength(int bytes) {
    int frame = "{\"key\":\"k\",\"request\":{\"x\":\"\"}}\n".length();
    String body = "{\"x\":\"" + "y".repeat(bytes - frame) + "\",\"model\":\"m\"}";
    return BatchInput.of(BatchRequest.ofJson("k", body));
  }

  /** Submits by a file, which must succeed. */
  void submit(BatchInput input) {
    try (BatchClient client = mock.client(mock.builder().inlineUpTo(0))) {
      assertThat(client.submit(input).ref()).isEqualTo(mock.ref("batches/b1"));
    }
  }

  /** Submits by a file, and returns the failure. */
  SubmitException refused(BatchInput input) {
    try (BatchClient client = mock.client(mock.builder().inlineUpTo(0))) {
      return catchThrowableOfType(SubmitException.class, () -> client.submit(input));
    }
  }

  void failure(StepFailure value) {
    stepFailure = value;
  }

  void address(String value) {
    address = value;
  }

  void knowsNoQueries() {
    knowsQueries = false;
  }

  /** Stores the first bytes of a chunk although the step will fail. */
  void keep(int bytes) {
    keep = bytes;
  }

  /** Marks the file as stored, although the response that reports it may be lost. */
  void store() {
    stored = true;
  }

  /** Names the file in the response to a query, too. */
  void repeatsTheName() {
    query = STORED;
  }

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
    ByteString body = Objects.requireNonNullElse(request.getBody(), ByteString.EMPTY);
    String offset = request.getHeaders().get("X-Goog-Upload-Offset");
    steps.add(command + (offset == null ? "" : " " + offset + "+" + body.size()));
    MockResponse failure = stepFailure.with(command, steps.size());
    if (failure != null) {
      file.write(body.toByteArray(), 0, Math.min(keep, body.size()));
      return failure;
    }
    return switch (command) {
      case "start" -> start(request);
      case "query" -> query();
      default -> chunk(command.equals("upload, finalize"), offset, body);
    };
  }

  private MockResponse start(RecordedRequest request) {
    String announced = request.getHeaders().get("X-Goog-Upload-Header-Content-Length");
    length = Long.parseLong(String.valueOf(announced));
    return response(
        200,
        "",
        "x-goog-upload-url",
        address,
        "x-goog-upload-status",
        "active",
        "x-goog-upload-chunk-granularity",
        String.valueOf(granularity));
  }

  private MockResponse query() {
    if (!knowsQueries) {
      return response(400, "");
    }
    return response(
        200,
        stored ? query : "",
        "x-goog-upload-status",
        stored ? "final" : "active",
        "x-goog-upload-size-received",
        String.valueOf(file.size()));
  }

  private MockResponse chunk(boolean last, @Nullable String offset, ByteString body) {
    if (!String.valueOf(file.size()).equals(offset) || (!last && body.size() % granularity != 0)) {
      return response(400, "{\"error\":{\"code\":400,\"message\":\"A bad step.\"}}");
    }
    file.writeBytes(body.toByteArray());
    if (last && file.size() != length) {
      return response(400, "{\"error\":{\"code\":400,\"message\":\"Too short.\"}}");
    }
    return response(200, last ? STORED : "", "x-goog-upload-status", last ? "final" : "active");
  }
}
