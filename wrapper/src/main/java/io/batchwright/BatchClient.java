package io.batchwright;

import java.util.Set;

/**
 * Submits, finds and opens batches of one account at one provider.
 *
 * <p>Thread-safe; build one per account and keep it. A provider's entry point builds it, such as
 * {@code Anthropic.fromEnv()}.
 */
public interface BatchClient extends AutoCloseable {
  /** Submits a batch without options; see {@link #submit(BatchInput, SubmitOptions)}. */
  default BatchHandle submit(BatchInput input) {
    return submit(input, SubmitOptions.none());
  }

  /**
   * Validates the whole input, then sends it as one batch. At most one create is sent, whatever
   * happens.
   *
   * <pre>{@code
   * BatchHandle batch = client.submit(BatchInput.ofFile(Path.of("requests.jsonl")));
   * System.out.println(batch.ref());
   * }</pre>
   *
   * @throws InvalidInputException if the input breaks a rule or cannot be read; nothing was sent
   * @throws SubmitException if the submit failed; its delivery shows whether a batch may exist
   * @throws UnsupportedCapabilityException if the provider lacks an option
   * @throws IllegalArgumentException if an option has a value that the provider does not accept
   * @throws IllegalStateException if the client is closed; nothing was sent
   */
  BatchHandle submit(BatchInput input, SubmitOptions options);

  /** Validates an input without options; see {@link #validate(BatchInput, SubmitOptions)}. */
  default InputReport validate(BatchInput input) {
    return validate(input, SubmitOptions.none());
  }

  /**
   * Validates an input as {@link #submit(BatchInput, SubmitOptions)} does, and sends nothing; the
   * report of one that may be submitted has no problems, and that of a file that cannot be read has
   * one. Models and whatever else is in the bodies are judged by the provider alone.
   *
   * @throws UnsupportedCapabilityException if the provider lacks an option
   * @throws IllegalArgumentException if an option has a value that the provider does not accept, or
   *     the input is an uploaded file, which cannot be validated
   */
  InputReport validate(BatchInput input, SubmitOptions options);

  /** Returns what the provider can do that not every provider can. */
  Set<Capability> capabilities();

  /** Returns what one batch may hold when it is submitted without options. */
  default ProviderLimits limits() {
    return limits(SubmitOptions.none());
  }

  /** Returns what one batch with these options may hold. */
  ProviderLimits limits(SubmitOptions options);

  /**
   * Returns a handle on a batch, without a call to the provider.
   *
   * @throws IllegalArgumentException if the ref belongs to another provider or origin than this
   *     client
   */
  BatchHandle open(BatchRef ref);

  /**
   * Returns a handle on the batch of a ref in its written form; see {@link #open(BatchRef)}.
   *
   * <pre>{@code
   * BatchHandle batch = client.open("anthropic:msgbatch_01");
   * }</pre>
   *
   * @throws IllegalArgumentException if the text is no ref, or one of another provider or origin
   */
  default BatchHandle open(String ref) {
    return open(BatchRef.parse(ref));
  }

  /**
   * Polls at once for each wait of this client for this batch, for example because a webhook
   * reported its end; hints of the provider to poll later are honored. Does nothing if there is no
   * such wait.
   *
   * <pre>{@code
   * void onWebhook(String batchId) {
   *   client.wake(new BatchRef("openai", batchId, null));
   * }
   * }</pre>
   */
  void wake(BatchRef ref);

  /**
   * Lists batches, newest first where the provider sorts them so, page by page as they are read;
   * each iterator begins with the first page.
   *
   * @throws UnsupportedCapabilityException if the provider lacks an option
   */
  Iterable<BatchStatus> list(ListOptions options);

  /**
   * Searches the list for the batch that a failed submit may have created.
   *
   * @throws ProviderException if the provider refuses to list
   * @throws TransportException if no response came
   */
  SubmitCandidates findSubmitted(SubmitAttempt attempt);

  /**
   * Ends all waits of this client, which fail with {@link IllegalStateException}; batches run on.
   * Calls that only read are cancelled, a create, cancel or delete runs to its end, and results
   * that are open stay open until they are closed. Threads, and connections that are not in use,
   * are freed at once. Waits for at most 5 seconds until the listener has received the events sent
   * so far.
   */
  @Override
  void close();
}
