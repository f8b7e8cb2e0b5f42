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
enum Deed {
  SUBMIT {
    @Override
    void run(Scene scene, BatchHandle batch) {
      try {
        BatchHandle made = scene.client().submit(scene.provider().ask("request-1", "request-2"));
        scene.shown().show(made, made.ref());
      } catch (SubmitException e) {
        scene.shown().attempt(() -> scene.shown().show(scene.client().findSubmitted(e.attempt())));
        throw e;
      }
    }
  },
  STATUS {
    @Override
    void run(Scene scene, BatchHandle batch) {
      BatchStatus status = batch.status();
      scene.shown().show(status, status.counts(), status.errors(), batch);
    }
  },
  LIST {
    @Override
    void run(Scene scene, BatchHandle batch) {
      scene.client().list(ListOptions.all().withLimit(3)).forEach(scene.shown()::show);
    }
  },
  AWAIT(false) {
    @Override
    void run(Scene scene, BatchHandle batch) {
      AwaitOptions patience =
          AwaitOptions.within(Duration.ofMinutes(3)).withMaxOutage(Duration.ofMinutes(1));
      CompletableFuture<BatchStatus> wait = batch.awaitAsync(patience);
      CompletableFuture<BatchStatus> other = scene.client().open(batch.ref()).awaitAsync(patience);
      scene.timer().advance(Duration.ofMinutes(4));
      scene.shown().show(wait, other);
      scene.shown().attempt(other::join);
      scene.shown().attempt(wait::join);
    }
  },
  READ {
    @Override
    void run(Scene scene, BatchHandle batch) {
      try (BatchResults results = batch.results()) {
        ResultsAudit audit = new ResultsAudit(List.of("request-1"));
        ResultsSummary summary = new ResultsSummary();
        for (BatchResult result : results) {
          audit.add(result);
          summary.add(result);
          show(scene.shown(), result);
        }
        scene.shown().show(results, audit, summary);
      }
    }
  },
  CANCEL(false) {
    @Override
    void run(Scene scene, BatchHandle batch) {
      scene.shown().outcome(batch.cancel());
      scene.shown().attempt(batch::status);
      scene.shown().show(batch);
    }
  },
  DELETE {
    @Override
    void run(Scene scene, BatchHandle batch) {
      scene.shown().outcome(batch.delete());
      scene.shown().attempt(batch::delete);
      scene.shown().show(batch);
    }
  };

  private final boolean onEnded;

  Deed() {
    this(true);
  }

  Deed(boolean onEnded) {
    this.onEnded = onEnded;
  }

  /** Creates the batch that the action needs. */
  BatchHandle batch(Scene scene) {
    return onEnded ? scene.ended() : scene.running();
  }

  /** Performs the action; throws what the client throws. */
  abstract void run(Scene scene, BatchHandle batch);

  /** Returns the number of requests that it sends if all succeed. */
  int requests(Scene scene) {
    BatchHandle batch = batch(scene);
    scene.relay().pass();
    run(scene, batch);
    return scene.relay().passed();
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
