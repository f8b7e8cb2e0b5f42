package io.batchwright.sandbox.internal.gemini;

import io.batchwright.sandbox.internal.Batches;
import io.batchwright.sandbox.internal.Draft;
import io.batchwright.sandbox.internal.LimitedStream;
import io.batchwright.sandbox.internal.Page;
import io.batchwright.sandbox.internal.Refusal;
import io.batchwright.sandbox.internal.Script;
import io.batchwright.sandbox.internal.Settings;
import io.batchwright.sandbox.internal.Timetable;
import io.batchwright.sandbox.internal.Zipped;
import io.batchwright.sandbox.internal.http.Content;
import io.batchwright.sandbox.internal.http.Response;
import io.batchwright.sandbox.shaded.gson.stream.JsonWriter;
import io.batchwright.sandbox.shaded.okhttp3.HttpUrl;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** The operations on batches. */
final class BatchCalls {
  private static final Duration LIFETIME = Duration.ofDays(2);
  private static final long LARGEST_BODY = 20_971_520;
  private static final PageQuery.Sizes SIZES = new PageQuery.Sizes(50, 1000);

  private final Settings settings;
  private final Batches<Job> batches;
  private final FileStore files;

  BatchCalls(Settings settings, Batches<Job> batches, FileStore files) {
    this.settings = settings;
    this.batches = batches;
    this.files = files;
  }

  Response create(String model, Requests requests, InputStream body) throws IOException {
    checkModel(model, requests);
    long limit = Math.min(LARGEST_BODY, settings.maxBodyBytes());
    Refusal tooLarge = Refusal.invalid("Body is above " + limit + " bytes.");
    Draft draft = batches.draft();
    String bare = model.substring(model.indexOf('/') + 1);
    Worker worker = new Worker(settings, batches.names(), draft, bare, requests);
    Job.Order order =
        new CreateReader(worker, requests).read(new LimitedStream(body, limit, tooLarge), model);
    String inputFile = order.inputFile();
    if (inputFile != null) new RowReader(worker).read(files.get(inputFile).content());
    Timetable timetable = Timetable.inPhases(settings.batchTime(), LIFETIME);
    Job job = batches.add(draft, start -> new Job(start, timetable, order));
    return operation(job, justBefore(job.createdAt()));
  }

  /** The sandbox does not know which models exist, except the one that no provider has. */
  private static void checkModel(String model, Requests requests) throws Refusal {
    boolean named = model.matches("(models|tunedModels)/[A-Za-z0-9._-]+");
    if (!named || model.contains("no-such-model")) {
      throw Refusal.notFound(
          "Model is unknown or does not offer " + requests.method().substring(1) + ".");
    }
  }

  Response retrieve(String name, Instant now) throws IOException {
    Job job = job(name);
    Response response = operation(job, now);
    return job.endedAt(now) == null ? settings.hinted(response, Duration.ZERO) : response;
  }

  private static Response operation(Job job, Instant now) throws IOException {
    OperationForm form = new OperationForm(job.at(now), false);
    Content content = Replies.indented(form);
    boolean gzip = form.hasItems() && job.script().has(Script.Trait.GZIP);
    if (!gzip) return Replies.stream(content);
    return Replies.stream(new Zipped(content)).header("Content-Encoding", "gzip");
  }

  Response list(HttpUrl url, Instant now) throws IOException {
    PageQuery query = PageQuery.of(url, SIZES);
    String after = query.after();
    if (after != null && !batches.knows(after)) throw PageQuery.badToken();
    Page<Job> page =
        after == null ? batches.first(query.size()) : batches.after(after, query.size());
    List<OperationForm> forms = new ArrayList<>();
    for (Job job : page.items()) forms.add(new OperationForm(job.at(now), true));
    return Replies.stream(Replies.indented(json -> page(json, forms, page)));
  }

  private static void page(JsonWriter json, List<OperationForm> forms, Page<Job> page)
      throws IOException {
    json.beginObject();
    if (!forms.isEmpty()) {
      json.name("operations").beginArray();
      for (OperationForm form : forms) form.writeTo(json);
      json.endArray();
    }
    if (page.hasMore()) {
      String last = page.items().get(page.items().size() - 1).id();
      json.name("nextPageToken").value(PageQuery.token(last));
    }
    json.endObject();
  }

  /** The response to a cancel of an ended batch is not documented; this is a guess. */
  Response cancel(String name, Instant now) throws Refusal {
    if (!job(name).cancel(now)) throw Errors.failedPrecondition("The batch has already ended.");
    return Replies.empty();
  }

  /**
   * Deletes a batch and its results file. Documented as not stopping running work: only the record
   * is deleted. What happens to a running batch is unverified.
   */
  Response delete(String name) throws Refusal {
    if (!batches.remove(job(name))) throw Errors.noBatch();
    return Replies.empty();
  }

  /** A create never returns a batch that ended, even if ending takes no time. */
  private static Instant justBefore(Instant now) {
    return now.minusNanos(1);
  }

  private Job job(String name) throws Refusal {
    Job job = batches.find(name);
    if (job == null) throw Errors.noBatch();
    return job;
  }
}
