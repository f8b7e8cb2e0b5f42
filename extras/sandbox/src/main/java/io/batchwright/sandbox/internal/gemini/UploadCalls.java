package io.batchwright.sandbox.internal.gemini;

import io.batchwright.sandbox.internal.Alphabet;
import io.batchwright.sandbox.internal.IdForm;
import io.batchwright.sandbox.internal.Ids;
import io.batchwright.sandbox.internal.Refusal;
import io.batchwright.sandbox.internal.Settings;
import io.batchwright.sandbox.internal.Spool;
import io.batchwright.sandbox.internal.http.Exchange;
import io.batchwright.sandbox.internal.http.Response;
import io.batchwright.sandbox.shaded.gson.JsonObject;
import io.batchwright.sandbox.shaded.okhttp3.Headers;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

/**
 * The steps of an upload. Starts and ends were recorded; everything else follows the protocol's
 * documentation: that this host responds to queries, and refuses, in this way is unverified.
 */
final class UploadCalls {
  private static final long GRANULARITY = 8 << 20;
  private static final long LARGEST_FILE = 2L << 30;
  private static final IdForm ID = new IdForm("", Alphabet.BASE58, 96);

  private final Settings settings;
  private final Ids ids;
  private final Spool spool;
  private final FileStore files;
  private final Map<String, Upload> uploads = new ConcurrentHashMap<>();
  private final AtomicLong started = new AtomicLong();

  UploadCalls(Settings settings, Ids ids, Spool spool, FileStore files) {
    this.settings = settings;
    this.ids = ids;
    this.spool = spool;
    this.files = files;
  }

  Response start(Exchange exchange) throws IOException {
    Headers headers = exchange.headers();
    if (!UploadHeaders.isStart(headers)) {
      throw Refusal.invalid("Uploads are resumable here and begin with the command start.");
    }
    long size = UploadHeaders.wholeSize(headers);
    if (size > Math.min(LARGEST_FILE, settings.maxBodyBytes())) {
      throw Refusal.invalid("The file is larger than allowed.");
    }
    FileNote note = FileNote.read(exchange);
    files.checkName(note);
    String id = ids.id(ID, started.incrementAndGet());
    uploads.put(id, new Upload(note, size, spool.writer()));
    String url = Address.ofPath(exchange) + "?upload_id=" + id + "&upload_protocol=resumable";
    return plain(id, "active")
        .header("x-goog-upload-url", url)
        .header("x-goog-upload-control-url", url)
        .header("x-goog-upload-chunk-granularity", Long.toString(GRANULARITY));
  }

  Response chunk(Exchange exchange) throws IOException {
    String id = id(exchange);
    Upload upload = upload(id);
    List<String> commands = UploadHeaders.commands(exchange.headers());
    boolean last = commands.contains("finalize");
    if (!last && !commands.contains("upload")) throw Refusal.invalid("There is no such command.");
    if (upload.isEnded()) throw Upload.over();
    if (commands.contains("upload")) take(upload, last, exchange);
    if (!last) return plain(id, "active");
    JsonObject json = new JsonObject();
    json.add("file", FileForm.json(upload.end(files), exchange));
    return named(id, Replies.json(200, json), "final");
  }

  private static void take(Upload upload, boolean last, Exchange exchange) throws IOException {
    long offset = UploadHeaders.offset(exchange.headers());
    long received = upload.received();
    if (offset != received) throw Upload.wrongOffset(offset, received);
    long end = offset + UploadHeaders.size(exchange.headers());
    if (end > upload.size() || (last && end < upload.size())) {
      throw Refusal.invalid("The pieces are not as long as the file that was announced.");
    }
    if (!last && !isWhole(offset, end)) {
      throw Refusal.invalid("A piece that is not the last must be a multiple of " + GRANULARITY);
    }
    upload.take(offset, exchange.body());
  }

  /** A chunk that resumes an interrupted one may also end where that one would have ended. */
  private static boolean isWhole(long offset, long end) {
    return (end - offset) % GRANULARITY == 0 || end % GRANULARITY == 0;
  }

  Response query(Exchange exchange) throws Refusal {
    String id = id(exchange);
    Upload upload = upload(id);
    return plain(id, upload.isEnded() ? "final" : "active")
        .header("x-goog-upload-size-received", Long.toString(upload.received()));
  }

  private static String id(Exchange exchange) {
    return String.valueOf(exchange.url().queryParameter("upload_id"));
  }

  private Upload upload(String id) throws Refusal {
    Upload upload = uploads.get(id);
    if (upload == null) throw Refusal.notFound("There is no such upload.");
    return upload;
  }

  private static Response plain(String id, String status) {
    Headers type = Headers.of("Content-Type", "text/plain; charset=utf-8");
    return named(id, Response.of(200, type, new byte[0]), status);
  }

  private static Response named(String id, Response response, String status) {
    return response.header("x-guploader-uploadid", id).header(UploadHeaders.STATUS, status);
  }
}
