package io.batchwright.gemini;

import com.google.gson.JsonObject;
import io.batchwright.BatchRef;
import io.batchwright.BatchStatus;
import io.batchwright.Capability;
import io.batchwright.Deleted;
import io.batchwright.ListOptions;
import io.batchwright.ProviderLimits;
import io.batchwright.SubmitAttempt;
import io.batchwright.SubmitOptions;
import io.batchwright.client.gemini.model.Operation;
import io.batchwright.client.gemini.model.OperationPage;
import io.batchwright.internal.client.HttpAdapter;
import io.batchwright.internal.client.SubmitMatch;
import io.batchwright.internal.http.ApiCall;
import io.batchwright.internal.http.GeneratedCall;
import io.batchwright.internal.http.SubmitCalls;
import io.batchwright.internal.http.TextResponse;
import io.batchwright.internal.json.JsonValues;
import io.batchwright.internal.json.ModelJson;
import io.batchwright.internal.json.WireJson;
import io.batchwright.internal.requests.CheckedRequests;
import io.batchwright.internal.requests.RequestFormat;
import io.batchwright.internal.requests.SizedBody;
import io.batchwright.internal.results.ResultSource;
import io.batchwright.internal.wait.BatchPage;
import io.batchwright.internal.wait.Clock;
import io.batchwright.internal.wait.Retry;
import io.batchwright.providers.ClientBuilder.Settings;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import okhttp3.RequestBody;
import org.jspecify.annotations.Nullable;

/** Gemini's batches. Thread-safe. */
final class GeminiAdapter extends HttpAdapter<Operation> {
  static final String NAME = "gemini";

  private final GeminiCalls calls;
  private final long inlineUpTo;
  private final Set<String> uploadOrigins;

  /**
   * Creates an adapter.
   *
   * @param inlineUpTo the longest create, in bytes, that holds the requests themselves
   * @param uploadOrigins the origins that files may be uploaded to
   */
  GeminiAdapter(
      GeminiCalls calls,
      Settings settings,
      Consumer<String> setKey,
      long inlineUpTo,
      Set<String> uploadOrigins) {
    super(
        NAME,
        settings,
        setKey,
        new GeminiErrors(),
        Operation.class,
        Operation::getName,
        GeminiStatus::of);
    this.calls = calls;
    this.inlineUpTo = inlineUpTo;
    this.uploadOrigins = uploadOrigins;
  }

  /** The id may lack the prefix that every name has. */
  @Override
  public BatchRef ref(String id) {
    String bare = GeminiCalls.bare(id, GeminiCalls.BATCHES);
    return super.ref(bare.isEmpty() ? "" : GeminiCalls.BATCHES + bare);
  }

  @Override
  public Set<Capability> capabilities() {
    return EnumSet.of(
        Capability.LABEL, Capability.MODEL, Capability.ENDPOINT, Capability.UPLOADED_INPUT);
  }

  @Override
  public ProviderLimits limits(SubmitOptions options) {
    return settings.limitsOr(Gemini.LIMITS);
  }

  @Override
  public RequestFormat requestFormat(SubmitOptions options) {
    return CreateForm.lines(options, settings.bodyMapper());
  }

  @Override
  public void check(SubmitOptions options) {
    CreateForm.check(options);
  }

  @Override
  public BatchStatus create(
      CheckedRequests requests, SubmitOptions options, SubmitAttempt attempt, Clock clock) {
    SubmitCalls submit = new SubmitCalls(transport, attempt, clock::now);
    GeneratedCall create = create(options, requests.model());
    SizedBody inline = requests.framed(CreateForm.inline(options, attempt));
    if (inline.byteCount() <= inlineUpTo) {
      return submit.create(create, inline, statuses::one);
    }
    String file = upload(submit, requests, options, Retry.ofTransfer(clock));
    String body = CreateForm.ofFile(file, true, options, attempt);
    return submit.create(create, file, body, statuses::one);
  }

  @Override
  public BatchStatus create(
      String fileId, SubmitOptions options, SubmitAttempt attempt, Clock clock) {
    String body = CreateForm.ofFile(fileId, false, options, attempt);
    return new SubmitCalls(transport, attempt, clock::now)
        .create(create(options, options.model()), fileId, body, statuses::one);
  }

  private GeneratedCall create(SubmitOptions options, @Nullable String model) {
    if (model == null) {
      throw new IllegalArgumentException(
          "An uploaded file does not name its model; set the option model");
    }
    return calls.create(CreateForm.embeds(options), CreateForm.bareModel(model));
  }

  private String upload(
      SubmitCalls submit, SizedBody requests, SubmitOptions options, Retry retry) {
    UploadAddress address =
        submit.uploadStep(
            calls.startUpload(requests.byteCount(), SubmitCalls.LINES.toString()),
            RequestBody.create(CreateForm.upload(options), null),
            response -> UploadAddress.of(calls, response, uploadOrigins));
    return new FileUpload(submit, address, requests, retry).send();
  }

  @Override
  public BatchStatus status(BatchRef ref) {
    return transport.read(ApiCall.RETRIEVE, calls.get(ref.id()), rest()::of, statuses::one);
  }

  /** The order is not documented, and that lists omit inline results is unverified. */
  @Override
  public BatchPage list(ListOptions options, @Nullable String cursor) {
    PageCursor at = PageCursor.of(options, cursor);
    return transport.read(
        ApiCall.LIST,
        calls.list(at.pageSize(options), at.token()),
        rest()::of,
        response -> {
          OperationPage page = response.as(OperationPage.class);
          return at.page(
              statuses.listed(page.getOperations()),
              JsonValues.first(page.getNextPageToken()),
              response.time(),
              options);
        });
  }

  @Override
  public boolean listsNewestFirst() {
    return false;
  }

  @Override
  public SubmitMatch match(SubmitAttempt attempt, BatchStatus status) {
    Operation batch = WireJson.decode(ModelJson.parseObject(status.rawJson()), Operation.class);
    Boolean same = CreateForm.isOf(attempt, batch);
    if (same != null) {
      return same ? SubmitMatch.CERTAIN : SubmitMatch.NONE;
    }
    boolean fits = attempt.requests() == 0 || status.counts().total() == attempt.requests();
    return fits ? SubmitMatch.POSSIBLE : SubmitMatch.NONE;
  }

  @Override
  public void cancel(BatchRef ref) {
    change(ApiCall.CANCEL, calls.cancel(ref.id()));
  }

  /**
   * Deletes the batch, with which the file of its results goes, and before it the input if the
   * library uploaded it: afterwards nothing would show that it did.
   */
  @Override
  public Deleted delete(BatchRef ref) {
    EndedBatch batch = ended(ref);
    List<String> removed = new ArrayList<>();
    List<String> kept = new ArrayList<>();
    String input = batch.inputFile();
    if (input != null) {
      boolean ours = CreateForm.ownsInput(batch.operation());
      if (ours) {
        transport.deleteFile(calls.deleteFile(input), TextResponse::json);
      }
      (ours ? removed : kept).add(input);
    }
    change(ApiCall.DELETE, calls.delete(ref.id()));
    removed.add(ref.id());
    String results = batch.resultFile();
    if (results != null) {
      removed.add(results);
    }
    return new Deleted(ref, removed, kept, false);
  }

  /** The response must be JSON: a proxy's page is no proof that anything was done. */
  private void change(ApiCall what, GeneratedCall call) {
    JsonObject unused = transport.change(what, call, TextResponse::json);
  }

  @Override
  public ResultSource results(BatchRef ref) {
    return ended(ref).results(transport, calls);
  }

  private EndedBatch ended(BatchRef ref) {
    InlineResults inline = rest();
    return transport.read(
        ApiCall.RETRIEVE,
        calls.get(ref.id()),
        inline::of,
        sent -> new EndedBatch(statuses.one(sent), sent.as(Operation.class), inline));
  }

  private static InlineResults rest() {
    return new InlineResults(InlineResults.Part.REST, 0);
  }
}
