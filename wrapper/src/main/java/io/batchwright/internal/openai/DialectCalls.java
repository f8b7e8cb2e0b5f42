package io.batchwright.internal.openai;

import io.batchwright.client.openai.invoker.ApiClient;
import io.batchwright.internal.http.GeneratedCall;
import io.batchwright.providers.ClientBuilder.Settings;
import java.io.File;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The calls of one provider's generated client. Those that send a body get another one in place of
 * what the generated client would send.
 *
 * @param client the generated client
 * @param upload stores a file
 * @param create creates a batch
 * @param retrieve reads a batch
 * @param list reads a page of batches, of so many, after an id
 * @param cancel cancels a batch
 * @param download reads the content of a file
 * @param deleteFile deletes a file
 */
public record DialectCalls(
    ApiClient client,
    GeneratedCall upload,
    GeneratedCall create,
    Function<String, GeneratedCall> retrieve,
    BiFunction<Integer, @Nullable String, GeneratedCall> list,
    Function<String, GeneratedCall> cancel,
    Function<String, GeneratedCall> download,
    Function<String, GeneratedCall> deleteFile) {
  /**
   * What the generated upload is given: nothing, as it would read a whole file into memory, and its
   * body is swapped anyway.
   */
  @SuppressWarnings("NullAway") // the generated client leaves the part out, whatever it declares
  public static final File NO_FILE = null;

  /** Creates a generated client, whose calls are only built. */
  public static ApiClient client(Settings settings) {
    return new ApiClient(GeneratedCall.BUILDER).setBasePath(settings.baseUrl().url());
  }
}
