package io.batchwright.internal.openai;

import io.batchwright.internal.http.GeneratedCall;
import java.io.File;
import okhttp3.Call;
import org.jspecify.annotations.Nullable;

/**
 * The calls of one provider's generated client. Those that send a body get another one in place of
 * what the generated client would send.
 *
 * @param upload stores a file
 * @param create makes a batch
 * @param retrieve reads a batch
 * @param list reads a page of batches
 * @param cancel asks a batch to stop
 * @param download reads what a file holds
 * @param deleteFile removes a file
 */
public record DialectCalls(
    GeneratedCall upload,
    GeneratedCall create,
    OfId retrieve,
    OfPage list,
    OfId cancel,
    OfId download,
    OfId deleteFile) {
  /**
   * What the generated upload is given: nothing, as it would read a whole file into memory, and its
   * body is swapped anyway.
   */
  @SuppressWarnings("NullAway") // the generated client leaves the part out, whatever it declares
  public static final File NO_FILE = null;

  /** A call on one batch or file. */
  @FunctionalInterface
  public interface OfId {
    /** Builds the call; see {@link GeneratedCall#build}. */
    Call build(String id) throws Exception;

    /** Names what the call is on. */
    default GeneratedCall on(String id) {
      return () -> build(id);
    }
  }

  /** A call for a page. */
  @FunctionalInterface
  public interface OfPage {
    /** Builds the call; see {@link GeneratedCall#build}. */
    Call build(int limit, @Nullable String after) throws Exception;
  }
}
