package io.batchwright.internal.client;

import io.batchwright.BatchClient;
import io.batchwright.BatchRef;
import io.batchwright.internal.http.ErrorReader;
import io.batchwright.internal.http.Redactor;
import io.batchwright.internal.http.StatusReader;
import io.batchwright.internal.http.Transport;
import io.batchwright.providers.ClientBuilder.Settings;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * An adapter that sends the calls of a generated client.
 *
 * @param <B> the generated model of a batch
 */
public abstract class HttpAdapter<B> implements ProviderAdapter {
  protected final Settings settings;
  protected final Transport transport;
  protected final StatusReader<B> statuses;
  private final String name;

  /**
   * Creates an adapter.
   *
   * @param name the provider's short name
   * @param settings the settings of one client
   * @param setKey sets the key of the generated client
   * @param errors reads the provider's form of error
   * @param model the class of the model of a batch
   * @param id returns the id of a batch
   * @param form reads the rest of a batch
   */
  protected HttpAdapter(
      String name,
      Settings settings,
      Consumer<String> setKey,
      ErrorReader errors,
      Class<B> model,
      Function<B, @Nullable String> id,
      StatusReader.Form<B> form) {
    this.name = name;
    this.settings = settings;
    Redactor redactor = new Redactor(settings.apiKey().used());
    this.transport =
        new Transport(name, settings.okHttpClient(), errors, redactor, settings.apiKey(), setKey);
    this.statuses = new StatusReader<>(this::ref, model, id, form, redactor);
  }

  /** Returns the client over this adapter. */
  public final BatchClient client() {
    return AdapterClient.of(this, settings.listener(), settings.callbackExecutor());
  }

  @Override
  public final String name() {
    return name;
  }

  @Override
  public BatchRef ref(String id) {
    return new BatchRef(name, id, settings.refOrigin());
  }

  @Override
  public final void close() {
    transport.close();
  }
}
