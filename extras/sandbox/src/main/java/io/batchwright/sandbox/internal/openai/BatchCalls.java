package io.batchwright.sandbox.internal.openai;

import io.batchwright.sandbox.Operation;
import io.batchwright.sandbox.internal.Batches;
import io.batchwright.sandbox.internal.Draft;
import io.batchwright.sandbox.internal.Page;
import io.batchwright.sandbox.internal.Refusal;
import io.batchwright.sandbox.internal.Settings;
import io.batchwright.sandbox.internal.Timetable;
import io.batchwright.sandbox.internal.http.Response;
import io.batchwright.sandbox.shaded.gson.JsonObject;
import io.batchwright.sandbox.shaded.okhttp3.HttpUrl;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** The operations on batches. */
final class BatchCalls {
  private final Profile profile;
  private final Settings settings;
  private final Batches<Job> batches;
  private final StoredFiles files;
  private final BatchForm form;

  BatchCalls(Profile profile, Settings settings, Batches<Job> batches, StoredFiles files) {
    this.profile = profile;
    this.settings = settings;
    this.batches = batches;
    this.files = files;
    this.form = new BatchForm(profile, files);
  }

  Response create(InputStream body) throws IOException {
    CreateParams order = new CreateReader(profile).read(body);
    Upload upload = files.upload(order.inputFileId());
    if (upload == null && !profile.validatesInputLate()) throw noInput(order);
    Draft draft = batches.draft();
    Input input = upload == null ? Input.missing(order) : input(order, upload, draft);
    Timetable timetable = Timetable.inPhases(settings.batchTime(), order.window().lifetime());
    Job job = batches.add(draft, start -> new Job(start, timetable, order, input));
    if (upload != null && order.inputDeleted()) upload.expireAt(job.runsFrom());
    return json(form.json(job, justBefore(job.createdAt()), true));
  }

  private static Refusal noInput(CreateParams order) {
    return Refusal.invalid("input_file_id", "There is no file " + order.inputFileId() + ".");
  }

  private Input input(CreateParams order, Upload upload, Draft draft) throws IOException {
    String endpoint = order.endpoint();
    Input input = new InputCheck(endpoint, profile.mostLines(endpoint)).check(upload.content());
    if (!input.isValid()) return input;
    new Worker(profile, settings, batches.names(), draft, endpoint).run(upload.content());
    return new Input(profile.responseModel(input.model()), List.of());
  }

  Response retrieve(String id, Instant now) throws IOException {
    Job job = job(id);
    Response response = json(form.json(job, now, false));
    return job.endedAt(now) == null ? settings.hinted(response, Duration.ZERO) : response;
  }

  Response list(HttpUrl url, Instant now) throws IOException {
    PageQuery query = PageQuery.of(url, profile, Operation.LIST);
    String after = query.after();
    if (after != null && !batches.knows(after)) {
      throw Refusal.invalid("after", "It is not the id of a batch.");
    }
    Page<Job> page =
        after == null ? batches.first(query.limit()) : batches.after(after, query.limit());
    List<JsonObject> items = new ArrayList<>();
    for (Job job : page.items()) items.add(form.json(job, now, false));
    return json(profile.page(Operation.LIST, items, page.hasMore()));
  }

  Response cancel(String id, Instant now) throws IOException {
    Job job = job(id);
    Phase phase = Snapshot.of(job, now).phase();
    boolean stoppable =
        phase == Phase.VALIDATING || phase == Phase.IN_PROGRESS || phase == Phase.FINALIZING;
    if (!stoppable) {
      profile.checkCancel(phase.wire());
      return json(form.json(job, now, false));
    }
    job.cancel(now);
    return json(form.json(job, justBefore(now), false));
  }

  /** A create and a cancel never return a batch that ended, even if ending takes no time. */
  private static Instant justBefore(Instant now) {
    return now.minusNanos(1);
  }

  private Job job(String id) throws Refusal {
    Job job = batches.find(id);
    if (job == null) throw Refusal.notFound("No batch found with id '" + id + "'.");
    return job;
  }

  private static Response json(JsonObject json) {
    return Replies.json(200, json);
  }
}
