package io.batchwright.anthropic;

import io.batchwright.BatchClient;
import io.batchwright.BatchException;
import io.batchwright.BatchInput;
import io.batchwright.BatchRef;
import io.batchwright.BatchRequest;
import io.batchwright.HandedBackException;
import io.batchwright.ListOptions;
import io.batchwright.SubmitException;
import java.util.Objects;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;

/** The provider's calls, each made through the public API. */
enum Endpoint {
  CREATE("createBatch", "create batch") {
    @Override
    void send(BatchClient client, BatchRef ref) {
      client.submit(
          BatchInput.of(BatchRequest.ofJson("id-1", "{\"max_tokens\":1,\"messages\":[]}")));
    }
  },
  LIST("listBatches", "list batches") {
    @Override
    void send(BatchClient client, BatchRef ref) {
      client.list(ListOptions.all().withLimit(7)).forEach(Objects::requireNonNull);
    }
  },
  RETRIEVE("retrieveBatch", "retrieve batch") {
    @Override
    void send(BatchClient client, BatchRef ref) {
      client.open(ref).status();
    }
  },
  CANCEL("cancelBatch", "cancel batch") {
    @Override
    void send(BatchClient client, BatchRef ref) {
      client.open(ref).cancel().orElseThrow();
    }
  },
  DELETE("deleteBatch", "delete batch") {
    @Override
    void send(BatchClient client, BatchRef ref) {
      client.open(ref).delete().orElseThrow();
    }
  },
  RESULTS("streamResults", "read results") {
    @Override
    void send(BatchClient client, BatchRef ref) {
      client.open(ref).results().close();
    }
  };

  /** Whether "not found" can only mean the batch. */
  boolean onBatch() {
    return this == RETRIEVE || this == CANCEL || this == DELETE;
  }

  private final String operationId;
  private final String what;

  Endpoint(String operationId, String what) {
    this.operationId = operationId;
    this.what = what;
  }

  /** Returns the name of the operation in the spec. */
  String operationId() {
    return operationId;
  }

  /** Returns the name of the operation in messages. */
  String what() {
    return what;
  }

  abstract void send(BatchClient client, BatchRef ref);

  /**
   * Runs the call and returns the failure of the call itself, unwrapped from what the user catches.
   */
  BatchException failure(BatchClient client, BatchRef ref) {
    BatchException thrown = caught(() -> send(client, ref));
    boolean wraps = thrown instanceof SubmitException || thrown instanceof HandedBackException;
    return wraps ? (BatchException) Objects.requireNonNull(thrown.getCause()) : thrown;
  }

  private static BatchException caught(ThrowingCallable call) {
    try {
      call.call();
    } catch (BatchException e) {
      return e;
    } catch (Throwable e) {
      throw new AssertionError("Not a BatchException", e);
    }
    throw new AssertionError("Nothing was thrown");
  }
}
