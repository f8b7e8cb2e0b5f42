package io.batchwright.sandbox.internal.gemini;

import io.batchwright.sandbox.Framing;
import io.batchwright.sandbox.internal.Batches;
import io.batchwright.sandbox.internal.Part;
import io.batchwright.sandbox.internal.Refusal;
import io.batchwright.sandbox.internal.Results;
import io.batchwright.sandbox.internal.Script;
import io.batchwright.sandbox.internal.Settings;
import io.batchwright.sandbox.internal.http.Exchange;
import io.batchwright.sandbox.internal.http.Response;
import io.batchwright.sandbox.shaded.gson.JsonArray;
import io.batchwright.sandbox.shaded.gson.JsonObject;
import io.batchwright.sandbox.shaded.okhttp3.Headers;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** The operations on existing files, uploads and results. */
final class FileCalls {
  private static final PageQuery.Sizes SIZES = new PageQuery.Sizes(10, 100);
  private static final String RESULTS = "batch-";

  private final Settings settings;
  private final Batches<Job> batches;
  private final FileStore files;

  FileCalls(Settings settings, Batches<Job> batches, FileStore files) {
    this.settings = settings;
    this.batches = batches;
    this.files = files;
  }

  Response retrieve(String id, Exchange exchange) throws Refusal {
    FileNames.checkLength(id);
    return Replies.json(200, FileForm.json(files.get(FileNames.PREFIX + id), exchange));
  }

  /** Uploaded files only. That they are listed newest first is unverified. */
  Response list(Exchange exchange) throws Refusal {
    PageQuery query = PageQuery.of(exchange.url(), SIZES);
    String token = query.after();
    if (token != null && !token.matches("[0-9]{1,18}")) throw PageQuery.badToken();
    long before = token == null ? Long.MAX_VALUE : Long.parseLong(token);
    List<StoredFile> rest =
        files.all().stream()
            .filter(file -> file.number() < before)
            .sorted(Comparator.comparing(StoredFile::number).reversed())
            .toList();
    List<StoredFile> page = rest.subList(0, Math.min(query.size(), rest.size()));
    JsonObject json = new JsonObject();
    JsonArray shown = new JsonArray();
    for (StoredFile file : page) shown.add(FileForm.json(file, exchange));
    if (!page.isEmpty()) json.add("files", shown);
    if (page.size() < rest.size()) {
      long last = page.get(page.size() - 1).number();
      json.addProperty("nextPageToken", PageQuery.token(Long.toString(last)));
    }
    return Replies.json(200, json);
  }

  Response delete(String id) throws Refusal {
    FileNames.checkLength(id);
    files.delete(FileNames.PREFIX + id);
    return Replies.empty();
  }

  /** Results only; the error for another file is unverified. */
  Response download(String id, Exchange exchange) throws IOException {
    if (!"media".equals(exchange.url().queryParameter("alt"))) {
      throw Refusal.invalid("Files are downloaded with alt=media.");
    }
    Job job = id.startsWith(RESULTS) ? batches.find(job(id)) : null;
    if (job == null || !job.hasOutputFile(settings.now())) {
      files.get(FileNames.PREFIX + id);
      throw Refusal.invalid("Only generated files can be downloaded.");
    }
    if (job.hidesResults(settings.now())) throw Refusal.notFound("Entity was not found here.");
    Results rows = new Results(job, new RowForm(job.script()), Part.UNEXPIRED, true);
    Results wanted = job.script().has(Script.Trait.WITHOUT_KEYS) ? rows.inOrder() : rows;
    Headers type = Headers.of("Content-Type", "application/octet-stream");
    Response response = Response.of(200, type, Framing.CHUNKED, wanted);
    boolean gzip = job.script().has(Script.Trait.GZIP);
    return gzip ? response.header("Content-Encoding", "gzip") : response;
  }

  private static String job(String id) {
    return Job.PREFIX + id.substring(RESULTS.length());
  }

  /** The names of all files, oldest first. */
  List<String> names() throws IOException {
    record Named(String name, Instant since) {}
    List<Named> all = new ArrayList<>();
    for (StoredFile file : files.all()) all.add(new Named(file.name(), file.createdAt()));
    for (Job job : batches.all()) {
      Instant ended = job.endedAt(settings.now());
      if (ended != null && job.hasOutputFile(ended)) all.add(new Named(job.outputFile(), ended));
    }
    all.sort(Comparator.comparing(Named::since)); // stable: inputs come first
    return all.stream().map(Named::name).toList();
  }
}
