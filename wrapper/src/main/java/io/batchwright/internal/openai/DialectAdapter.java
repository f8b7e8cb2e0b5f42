package io.batchwright.internal.openai;

import com.google.gson.JsonParseException;
import com.google.gson.JsonPrimitive;
import io.batchwright.BatchRef;
import io.batchwright.BatchStatus;
import io.batchwright.Capability;
import io.batchwright.Deleted;
import io.batchwright.ListOptions;
import io.batchwright.NoResultsException;
import io.batchwright.ProviderLimits;
import io.batchwright.SubmitAttempt;
import io.batchwright.SubmitOptions;
import io.batchwright.client.openai.model.Batch;
import io.batchwright.client.openai.model.BatchList;
import io.batchwright.client.openai.model.DeletedFile;
import io.batchwright.client.openai.model.FileObject;
import io.batchwright.internal.client.HttpAdapter;
import io.batchwright.internal.client.SubmitMatch;
import io.batchwright.internal.http.ApiCall;
import io.batchwright.internal.http.ResultCall;
import io.batchwright.internal.http.SubmitCalls;
import io.batchwright.internal.http.TextResponse;
import io.batchwright.internal.json.JsonValues;
import io.batchwright.internal.json.ModelJson;
import io.batchwright.internal.json.WireJson;
import io.batchwright.internal.requests.CheckedRequests;
import io.batchwright.internal.requests.RequestFormat;
import io.batchwright.internal.requests.RequestFormat.Frame;
import io.batchwright.internal.requests.RequestFormat.LineKind;
import io.batchwright.internal.results.ResultFile;
import io.batchwright.internal.results.ResultSource;
import io.batchwright.internal.wait.BatchPage;
import io.batchwright.internal.wait.Clock;
import io.batchwright.providers.ClientBuilder.Settings;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Any provider of the dialect. Thread-safe. */
public final class DialectAdapter extends HttpAdapter<Batch> {
  private static final int LONGEST_PAGE = 100;

  private final DialectProfile profile;
  private final DialectCalls calls;
  private final CreateForm creates;

  /**
   * Creates an adapter.
   *
   * @param profile what is the provider's own
   * @param calls the calls of its generated client
   * @param settings the settings of one client
   * @param extras members of every create
   */
  public DialectAdapter(
      DialectProfile profile, DialectCalls calls, Settings settings, Map<String, Boolean> extras) {
    super(
        profile.name(),
        settings,
        calls.client()::setBearerToken,
        new DialectErrors(profile.errors()),
        Batch.class,
        Batch::getId,
        new DialectStatus(new DialectErrors(profile.errors()))::of);
    this.profile = profile;
    this.calls = calls;
    this.creates = new CreateForm(profile, extras);
  }

  @Override
  public Set<Capability> capabilities() {
    return profile.capabilities();
  }

  @Override
  public ProviderLimits limits(SubmitOptions options) {
    return settings.limitsOr(profile.limits().apply(creates.endpoint(options)));
  }

  @Override
  public RequestFormat requestFormat(SubmitOptions options) {
    String endpoint = creates.endpoint(options);
    String url = new JsonPrimitive(endpoint).toString();
    String beforeBody = ",\"method\":\"POST\",\"url\":" + url + ",\"body\":";
    return new RequestFormat(
        List.of(new LineKind("custom_id", "body", Map.of("method", "POST", "url", endpoint))),
        profile.rules().apply(endpoint),
        settings.bodyMapper(),
        null,
        new Frame("{\"custom_id\":", beforeBody, "}\n{\"custom_id\":", "}\n"));
  }

  @Override
  public boolean hasEndpoint(String url) {
    return creates.hasEndpoint(url);
  }

  @Override
  public void check(SubmitOptions options) {
    creates.check(options);
  }

  @Override
  public BatchStatus create(
      CheckedRequests requests, SubmitOptions options, SubmitAttempt attempt, Clock clock) {
    String filename = "batchwright-" + attempt.fingerprint() + ".jsonl";
    String fileId =
        new SubmitCalls(transport, attempt, clock::now)
            .upload(calls.upload(), "batch", filename, requests, DialectAdapter::fileId);
    return create(fileId, true, options, attempt, clock);
  }

  @Override
  public BatchStatus create(
      String fileId, SubmitOptions options, SubmitAttempt attempt, Clock clock) {
    return create(fileId, false, options, attempt, clock);
  }

  private BatchStatus create(
      String fileId, boolean uploaded, SubmitOptions options, SubmitAttempt attempt, Clock clock) {
    String body = creates.body(fileId, uploaded, options, attempt);
    return new SubmitCalls(transport, attempt, clock::now)
        .create(calls.create(), fileId, body, statuses::one);
  }

  private static String fileId(TextResponse response) {
    String id = JsonValues.first(response.as(FileObject.class).getId());
    if (id == null) {
      throw new JsonParseException("it names no file id");
    }
    return id;
  }

  @Override
  public BatchStatus status(BatchRef ref) {
    return read(ref, statuses::one);
  }

  @Override
  public BatchPage list(ListOptions options, @Nullable String cursor) {
    String after = cursor != null ? cursor : options.after();
    int limit = Math.min(options.limit(), LONGEST_PAGE);
    return transport.read(
        ApiCall.LIST,
        calls.list().apply(limit, after),
        response -> {
          BatchList page = response.as(BatchList.class);
          List<BatchStatus> batches = statuses.listed(page.getData());
          // Some omit whether there is more; then a full page may have another after it.
          boolean more = Objects.requireNonNullElse(page.getHasMore(), batches.size() >= limit);
          return new BatchPage(batches, more ? last(page, batches) : null, response.time());
        });
  }

  /** Moonshot's pages do not name their last batch. */
  private static @Nullable String last(BatchList page, List<BatchStatus> batches) {
    String last = JsonValues.first(page.getLastId());
    boolean unnamed = last == null && !batches.isEmpty();
    return unnamed ? batches.get(batches.size() - 1).ref().id() : last;
  }

  @Override
  public boolean listsNewestFirst() {
    return profile.listsRecorded();
  }

  /**
   * Where it is not known that lists show metadata, a batch without any may be the one: at some
   * providers, and at every base URL but the vendor's own.
   */
  @Override
  public SubmitMatch match(SubmitAttempt attempt, BatchStatus status) {
    Batch batch = WireJson.decode(ModelJson.parseObject(status.rawJson()), Batch.class);
    Map<String, @Nullable String> marks = CreateForm.marks(batch);
    if (attempt.fingerprint().equals(marks.get(CreateForm.ATTEMPT))) {
      return SubmitMatch.CERTAIN;
    }
    long total = status.counts().total();
    boolean shown = profile.listsRecorded() && settings.refOrigin() == null;
    boolean unmarked = !shown && marks.isEmpty();
    boolean fits = total == 0 || attempt.requests() == 0 || total == attempt.requests();
    return unmarked && fits ? SubmitMatch.POSSIBLE : SubmitMatch.NONE;
  }

  @Override
  public void cancel(BatchRef ref) {
    BatchStatus unused =
        transport.change(ApiCall.CANCEL, calls.cancel().apply(ref.id()), statuses::one);
  }

  @Override
  public boolean deletesRecords() {
    return false;
  }

  /** Removes the results, and the input if it is ours; the record of the batch remains. */
  @Override
  public Deleted delete(BatchRef ref) {
    EndedBatch batch = ended(ref);
    List<String> removed = new ArrayList<>(batch.resultFiles());
    List<String> kept = new ArrayList<>();
    String input = batch.inputFile();
    if (input != null) {
      (CreateForm.isOurs(input, batch.batch()) ? removed : kept).add(input);
    }
    removed.forEach(
        id -> transport.deleteFile(calls.deleteFile().apply(id), DialectAdapter::confirmed));
    return new Deleted(batch.status().ref(), removed, kept, true);
  }

  /** A proxy's page is no proof that anything was deleted. */
  private static boolean confirmed(TextResponse response) {
    if (!Boolean.TRUE.equals(response.as(DeletedFile.class).getDeleted())) {
      throw new JsonParseException("the file is not marked as deleted");
    }
    return true;
  }

  @Override
  public ResultSource results(BatchRef ref) {
    EndedBatch batch = ended(ref);
    if (batch.resultFiles().isEmpty()) {
      throw new NoResultsException(batch.status());
    }
    return new ResultSource(
        batch.resultFiles().stream().map(this::download).toList(), profile::lines);
  }

  private ResultFile download(String id) {
    return new ResultCall(transport, ApiCall.DOWNLOAD, calls.download().apply(id));
  }

  private EndedBatch ended(BatchRef ref) {
    return read(ref, sent -> new EndedBatch(statuses.one(sent), sent.as(Batch.class)));
  }

  private <T> T read(BatchRef ref, Function<TextResponse, T> reader) {
    return transport.read(ApiCall.RETRIEVE, calls.retrieve().apply(ref.id()), reader);
  }
}
