package io.batchwright.contract;

import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.batchwright.BatchClient;
import io.batchwright.BatchException;
import io.batchwright.BatchRef;
import io.batchwright.HandedBackException;
import io.batchwright.ListOptions;
import io.batchwright.SubmitException;
import io.batchwright.sandbox.Operation;
import java.util.Objects;

/** What a user can ask for, and the operation that does it. */
enum Call {
  SUBMIT(Operation.CREATE) {
    @Override
    void ask(BatchClient client, BatchRef ref) {
      client.submit(Questions.ask(1));
    }
  },
  LIST(Operation.LIST) {
    @Override
    void ask(BatchClient client, BatchRef ref) {
      client.list(ListOptions.limit(7)).forEach(Objects::requireNonNull);
    }
  },
  STATUS(Operation.RETRIEVE) {
    @Override
    void ask(BatchClient client, BatchRef ref) {
      client.open(ref).status();
    }
  },
  CANCEL(Operation.CANCEL) {
    @Override
    void ask(BatchClient client, BatchRef ref) {
      client.open(ref).cancel().orElseThrow();
    }
  },
  DELETE(Operation.DELETE) {
    @Override
    void ask(BatchClient client, BatchRef ref) {
      client.open(ref).delete().orElseThrow();
    }
  },
  RESULTS(Operation.RESULTS) {
    @Override
    void ask(BatchClient client, BatchRef ref) {
      client.open(ref).results().close();
    }
  };

  private final Operation operation;

  Call(Operation operation) {
    this.operation = operation;
  }

  Operation operation() {
    return operation;
  }

  abstract void ask(BatchClient client, BatchRef ref);

  /** Asks in vain, and gives what the user got. */
  BatchException thrown(BatchClient client, BatchRef ref) {
    BatchException thrown = catchThrowableOfType(BatchException.class, () -> ask(client, ref));
    return Objects.requireNonNull(thrown, "nothing was thrown");
  }

  /** Asks in vain, and gives what went wrong with the call itself. */
  BatchException failure(BatchClient client, BatchRef ref) {
    BatchException thrown = thrown(client, ref);
    boolean wraps = thrown instanceof SubmitException || thrown instanceof HandedBackException;
    return wraps ? (BatchException) Objects.requireNonNull(thrown.getCause()) : thrown;
  }
}
