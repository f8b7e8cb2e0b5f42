package io.batchwright.spi;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import io.batchwright.BatchClient;
import io.batchwright.BatchListener;
import io.batchwright.ProviderLimits;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.concurrent.ForkJoinPool;
import okhttp3.OkHttpClient;
import org.jspecify.annotations.Nullable;

/**
 * What every provider's builder takes. Not thread-safe; a client that was built is not touched by
 * later changes.
 *
 * @param <B> the provider's own builder
 */
public abstract class ClientBuilder<B extends ClientBuilder<B>> {
  private final BaseUrl defaultUrl;
  private final List<String> keyVariables;
  private final List<String> urlVariables;
  private final Set<String> cleartextHosts = new HashSet<>();
  private @Nullable String apiKey;
  private @Nullable String baseUrl;
  private @Nullable OkHttpClient okHttpClient;
  private @Nullable ProviderLimits limits;
  private BatchListener listener = BatchListener.NONE;
  private Executor callbackExecutor = ForkJoinPool.commonPool();

  /**
   * Makes a builder.
   *
   * @param defaultUrl the provider's own base URL
   * @param keyVariables the environment variables that the vendor's SDKs read the key from; the
   *     first that is set counts
   * @param urlVariables the environment variables that they read the base URL from, likewise
   */
  protected ClientBuilder(String defaultUrl, List<String> keyVariables, List<String> urlVariables) {
    this.defaultUrl = BaseUrl.parse(defaultUrl, Set.of());
    this.keyVariables = List.copyOf(keyVariables);
    this.urlVariables = List.copyOf(urlVariables);
  }

  /** Gives this builder as what it is. */
  protected abstract B self();

  /**
   * Makes the adapter, from what was set; for those who wrap it before they make a client of it.
   */
  public abstract BatchProvider buildProvider();

  /**
   * Takes the key, and the base URL if one is set there, from the environment variables that the
   * vendor's own SDKs read; the provider's entry point names them.
   *
   * @throws IllegalStateException if there is no key
   */
  @CanIgnoreReturnValue
  public B fromEnv() {
    apiKey =
        environment(keyVariables)
            .orElseThrow(
                () ->
                    new IllegalStateException(
                        "The environment variable "
                            + String.join(" or ", keyVariables)
                            + " is not set; set it, or call apiKey(...) on the builder"));
    environment(urlVariables).ifPresent(url -> baseUrl = url);
    return self();
  }

  private static Optional<String> environment(List<String> variables) {
    return variables.stream()
        .map(System::getenv)
        .filter(value -> value != null && !value.isBlank())
        .map(String::strip)
        .findFirst();
  }

  /** Takes the API key, which is sent to the base URL's origin and nowhere else. */
  @CanIgnoreReturnValue
  public B apiKey(String key) {
    apiKey = Objects.requireNonNull(key, "key");
    return self();
  }

  /**
   * Takes the base URL in place of the provider's own, up to where that one ends, as the vendor's
   * own SDKs take it; a path of a proxy may stand in it. It must be https, or http to this machine,
   * or to a host of {@link #allowCleartextTo}.
   */
  @CanIgnoreReturnValue
  public B baseUrl(String url) {
    baseUrl = Objects.requireNonNull(url, "url");
    return self();
  }

  /**
   * Allows plain http to this host by name, for a gateway inside a trusted network: keys and
   * prompts go in the clear.
   */
  @CanIgnoreReturnValue
  public B allowCleartextTo(String host) {
    cleartextHosts.add(host.toLowerCase(Locale.ROOT));
    return self();
  }

  /**
   * Takes an OkHttp client whose pool, proxy, TLS and interceptors are to be used; redirects, its
   * cache and its call timeout are left aside, and creates, cancels and deletes go out on
   * connections of their own. It is never shut down here.
   */
  @CanIgnoreReturnValue
  public B okHttpClient(OkHttpClient client) {
    okHttpClient = Objects.requireNonNull(client, "client");
    return self();
  }

  /** Takes a listener to what the client does. */
  @CanIgnoreReturnValue
  public B listener(BatchListener value) {
    listener = Objects.requireNonNull(value, "listener");
    return self();
  }

  /**
   * Takes the executor that runs the listener and completes futures; the common pool if it is not
   * set.
   */
  @CanIgnoreReturnValue
  public B callbackExecutor(Executor executor) {
    callbackExecutor = Objects.requireNonNull(executor, "executor");
    return self();
  }

  /** Takes other limits than the provider is known to have, say because they were raised. */
  @CanIgnoreReturnValue
  public B limits(ProviderLimits value) {
    limits = Objects.requireNonNull(value, "limits");
    return self();
  }

  /**
   * Makes the client.
   *
   * @throws IllegalArgumentException if something that was set is no good; the message says what to
   *     do
   */
  public BatchClient build() {
    return BatchClient.of(buildProvider(), listener, callbackExecutor);
  }

  /**
   * Gives the key that was set.
   *
   * @throws IllegalArgumentException if there is none, or it cannot stand in a header
   */
  protected final String requiredKey() {
    if (apiKey == null || apiKey.isEmpty()) {
      throw new IllegalArgumentException("There is no API key: call apiKey(...) on the builder");
    }
    // OkHttp would quote a key that cannot stand in a header.
    if (!apiKey.chars().allMatch(c -> c > ' ' && c < 0x7f)) {
      throw new IllegalArgumentException(
          "The API key holds a space, a line break or another character that no key has; check where it was read from");
    }
    return apiKey;
  }

  /**
   * Gives the base URL.
   *
   * @throws IllegalArgumentException if the one that was set is no good
   */
  protected final BaseUrl checkedUrl() {
    return baseUrl == null ? defaultUrl : BaseUrl.parse(baseUrl, cleartextHosts);
  }

  /** Gives the origin that refs carry, or null if it is the provider's own. */
  protected final @Nullable String refOrigin() {
    String origin = checkedUrl().origin();
    return origin.equals(defaultUrl.origin()) ? null : origin;
  }

  /** Gives the OkHttp client that was set, or null. */
  protected final @Nullable OkHttpClient givenClient() {
    return okHttpClient;
  }

  /** Gives the limits that were set, or these. */
  protected final ProviderLimits limitsOr(ProviderLimits known) {
    return limits == null ? known : limits;
  }

  /** Shows no key. */
  @Override
  public final String toString() {
    return getClass().getName();
  }
}
