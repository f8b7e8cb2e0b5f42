package io.batchwright.contract;

import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.batchwright.BatchClient;
import io.batchwright.BatchException;
import io.batchwright.BatchRef;
import io.batchwright.HandedBackException;
import io.batchwright.ListOptions;
import io.batchwright.SubmitException;
import io.batchwright.sandbox.Operation;
import java.util.List;
import java.util.Objects;

/** The calls that a user can make. */
enum Call {
  SUBMIT {
    @Override
    void send(Subject subject, BatchClient client, BatchRef ref) {
      client.submit(subject.input(1));
    }

    @Override
    List<Step> steps(Subject subject) {
      Step create = new Step(Operation.CREATE, 0);
      return subject.uploads() ? List.of(new Step(Operation.UPLOAD, 0), create) : List.of(create);
    }
  },
  LIST {
    @Override
    void send(Subject subject, BatchClient client, BatchRef ref) {
      client.list(ListOptions.all().withLimit(7)).forEach(Objects::requireNonNull);
    }

    @Override
    List<Step> steps(Subject subject) {
      return List.of(new Step(Operation.LIST, 0));
    }
  },
  STATUS {
    @Override
    void send(Subject subject, BatchClient client, BatchRef ref) {
      client.open(ref).status();
    }

    @Override
    List<Step> steps(Subject subject) {
      return List.of(new Step(Operation.RETRIEVE, 0));
    }
  },
  CANCEL {
    @Override
    void send(Subject subject, BatchClient client, BatchRef ref) {
      client.open(ref).cancel().orElseThrow();
    }

    @Override
    List<Step> steps(Subject subject) {
      return List.of(new Step(Operation.CANCEL, 0));
    }
  },
  DELETE {
    @Override
    void send(Subject subject, BatchClient client, BatchRef ref) {
      client.open(ref).delete().orElseThrow();
    }

    @Override
    List<Step> steps(Subject subject) {
      return List.of(subject.delete());
    }
  },
  RESULTS {
    @Override
    void send(Subject subject, BatchClient client, BatchRef ref) {
      client.open(ref).results().close();
    }

    @Override
    List<Step> steps(Subject subject) {
      return List.of(subject.results());
    }
  };

  abstract void send(Subject subject, BatchClient client, BatchRef ref);

  /** Returns the relevant requests, each of which is essential to the call. */
  abstract List<Step> steps(Subject subject);

  /** Runs the failing call and returns the exception that the user catches. */
  BatchException thrown(Subject subject, BatchClient client, BatchRef ref) {
    BatchException thrown =
        catchThrowableOfType(BatchException.class, () -> send(subject, client, ref));
    return Objects.requireNonNull(thrown, "nothing was thrown");
  }

  /** Runs the failing call and returns the failure of the call itself. */
  BatchException failure(Subject subject, BatchClient client, BatchRef ref) {
    BatchException thrown = thrown(subject, client, ref);
    boolean wraps = thrown instanceof SubmitException || thrown instanceof HandedBackException;
    return wraps ? (BatchException) Objects.requireNonNull(thrown.getCause()) : thrown;
  }
}
