package io.batchwright.safety;

import io.batchwright.AwaitOptions;
import io.batchwright.BatchHandle;
import io.batchwright.BatchResult;
import io.batchwright.BatchResults;
import io.batchwright.BatchStatus;
import io.batchwright.ListOptions;
import io.batchwright.ResultsAudit;
import io.batchwright.ResultsSummary;
import io.batchwright.SubmitException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** The actions of a user with a client; all return values are collected, failures by the caller. */
enum UserAction {
  SUBMIT {
    @Override
    void run(Environment env, BatchHandle batch) {
      try {
        BatchHandle made = env.client().submit(env.provider().input("request-1", "request-2"));
        env.shown().show(made, made.ref());
      } catch (SubmitException e) {
        env.shown().attempt(() -> env.shown().show(env.client().findSubmitted(e.attempt())));
        throw e;
      }
    }
  },
  STATUS {
    @Override
    void run(Environment env, BatchHandle batch) {
      BatchStatus status = batch.status();
      env.shown().show(status, status.counts(), status.errors(), batch);
    }
  },
  LIST {
    @Override
    void run(Environment env, BatchHandle batch) {
      env.client().list(ListOptions.all().withLimit(3)).forEach(env.shown()::show);
    }
  },
  AWAIT(false) {
    @Override
    void run(Environment env, BatchHandle batch) {
      AwaitOptions patience =
          AwaitOptions.within(Duration.ofMinutes(3)).withMaxOutage(Duration.ofMinutes(1));
      CompletableFuture<BatchStatus> wait = batch.awaitAsync(patience);
      CompletableFuture<BatchStatus> other = env.client().open(batch.ref()).awaitAsync(patience);
      env.timer().advance(Duration.ofMinutes(4));
      env.shown().show(wait, other);
      env.shown().attempt(other::join);
      env.shown().attempt(wait::join);
    }
  },
  READ {
    @Override
    void run(Environment env, BatchHandle batch) {
      try (BatchResults results = batch.results()) {
        ResultsAudit audit = new ResultsAudit(List.of("request-1"));
        ResultsSummary summary = new ResultsSummary();
        for (BatchResult result : results) {
          audit.add(result);
          summary.add(result);
          show(env.shown(), result);
        }
        env.shown().show(results, audit, summary);
      }
    }
  },
  CANCEL(false) {
    @Override
    void run(Environment env, BatchHandle batch) {
      env.shown().outcome(batch.cancel());
      env.shown().attempt(batch::status);
      env.shown().show(batch);
    }
  },
  DELETE {
    @Override
    void run(Environment env, BatchHandle batch) {
      env.shown().outcome(batch.delete());
      env.shown().attempt(batch::delete);
      env.shown().show(batch);
    }
  };

  private final boolean onEnded;

  UserAction() {
    this(true);
  }

  UserAction(boolean onEnded) {
    this.onEnded = onEnded;
  }

  /** Creates the batch that the action needs. */
  BatchHandle batch(Environment env) {
    return onEnded ? env.ended() : env.running();
  }

  /** Performs the action; throws what the client throws. */
  abstract void run(Environment env, BatchHandle batch);

  /** Returns the number of requests that it sends if all succeed. */
  int requests(Environment env) {
    BatchHandle batch = batch(env);
    env.relay().pass();
    run(env, batch);
    return env.relay().passed();
  }

  static void show(Shown shown, BatchResult result) {
    shown.show(result);
    if (result instanceof BatchResult.Succeeded ok) {
      shown.show(ok, String.valueOf(ok.usage()), ok.finish());
      shown.attempt(() -> ok.decode(int[].class));
    }
    if (result instanceof BatchResult.Errored failed) {
      shown.show(failed.error(), failed);
    }
  }
}
