package io.batchwright.sandbox.internal.openai;

import io.batchwright.sandbox.Framing;
import io.batchwright.sandbox.Operation;
import io.batchwright.sandbox.internal.Refusal;
import io.batchwright.sandbox.internal.Settings;
import io.batchwright.sandbox.internal.Spool;
import io.batchwright.sandbox.internal.http.Exchange;
import io.batchwright.sandbox.internal.http.Response;
import io.batchwright.sandbox.shaded.gson.JsonObject;
import io.batchwright.sandbox.shaded.okhttp3.HttpUrl;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The operations on files. */
final class FileCalls {
  private final Profile profile;
  private final Settings settings;
  private final Spool spool;
  private final StoredFiles files;

  FileCalls(Profile profile, Settings settings, Spool spool, StoredFiles files) {
    this.profile = profile;
    this.settings = settings;
    this.spool = spool;
    this.files = files;
  }

  Response upload(Exchange exchange) throws IOException {
    long limit = Math.min(profile.largestFile(), settings.maxBodyBytes());
    NewFile file = new UploadReader(spool, limit, profile.tooLarge()).read(exchange);
    profile.check(file);
    Duration kept = file.kept() == null ? profile.inputKept() : file.kept();
    Upload upload = files.add(file.filename(), kept, file.content());
    return Replies.json(200, profile.file(upload, true));
  }

  Response retrieve(String id) throws IOException {
    return Replies.json(200, profile.file(file(id), false));
  }

  Response list(HttpUrl url) throws IOException {
    List<StoredFile> all = wanted(url);
    PageQuery query = query(url);
    int from = from(all, query.after());
    int to = from + Math.min(all.size() - from, query.limit());
    List<JsonObject> items = new ArrayList<>();
    for (StoredFile file : all.subList(from, to)) items.add(profile.file(file, false));
    return Replies.json(200, profile.page(Operation.LIST_FILES, items, to < all.size()));
  }

  private PageQuery query(HttpUrl url) throws Refusal {
    if (!profile.pagesFiles()) return PageQuery.rest(url);
    return PageQuery.of(url, profile, Operation.LIST_FILES);
  }

  /** Newest first by default. */
  private List<StoredFile> wanted(HttpUrl url) throws IOException {
    List<StoredFile> all = files.all();
    boolean paged = profile.pagesFiles();
    if (!paged || !"asc".equals(url.queryParameter("order"))) Collections.reverse(all);
    if (!paged) return all;
    String purpose = url.queryParameter("purpose");
    profile.checkFilePurpose(purpose);
    if (purpose != null) all.removeIf(file -> !file.purpose().equals(purpose));
    return all;
  }

  private static int from(List<StoredFile> all, @Nullable String after) throws Refusal {
    if (after == null) return 0;
    for (int i = 0; i < all.size(); i++) {
      if (all.get(i).id().equals(after)) return i + 1;
    }
    throw Refusal.invalid("after", "It is not the id of a file.");
  }

  Response content(String id) throws IOException {
    StoredFile file = file(id);
    Response response =
        Response.of(200, profile.contentHeaders(file), Framing.LENGTH, file.content());
    return file.isGzip() ? response.header("Content-Encoding", "gzip") : response;
  }

  Response delete(String id) throws IOException {
    if (!file(id).delete()) throw unknown(id);
    JsonObject json = new JsonObject();
    json.addProperty("id", id);
    json.addProperty("object", "file");
    json.addProperty("deleted", true);
    return Replies.json(200, json);
  }

  private StoredFile file(String id) throws IOException {
    StoredFile file = files.find(id);
    if (file == null) throw unknown(id);
    return file;
  }

  private static Refusal unknown(String id) {
    return new Refusal(404, "No such File object: " + id, null, "id");
  }
}
