package io.batchwright.providers;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import io.batchwright.BatchClient;
import io.batchwright.BatchListener;
import io.batchwright.BodyMapper;
import io.batchwright.ProviderLimits;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.concurrent.ForkJoinPool;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import okhttp3.OkHttpClient;
import org.jspecify.annotations.Nullable;

/**
 * The settings that every provider's builder has. Not thread-safe; later changes do not affect a
 * client that was built.
 *
 * @param <B> the provider's own builder
 */
public abstract class ClientBuilder<B extends ClientBuilder<B>> {
  private final BaseUrl defaultUrl;
  private final List<Variables> variables;
  private final Set<String> cleartextHosts = new HashSet<>();
  private @Nullable String apiKey;
  private @Nullable Supplier<@Nullable String> keys;
  private @Nullable String baseUrl;
  private @Nullable OkHttpClient okHttpClient;
  private @Nullable ProviderLimits limits;
  private @Nullable BodyMapper bodyMapper;
  private BatchListener listener = BatchListener.NONE;
  private Executor callbackExecutor = ForkJoinPool.commonPool();

  /**
   * Creates a builder.
   *
   * @param defaultUrl the provider's own base URL
   * @param variables the environment variables that the vendor's SDKs read; the first pair with a
   *     key counts
   */
  protected ClientBuilder(String defaultUrl, Variables... variables) {
    this.defaultUrl = BaseUrl.parse(defaultUrl, Set.of());
    this.variables = List.of(variables);
  }

  /**
   * The names of environment variables that belong together: a key must not go to the site of
   * another.
   *
   * @param key holds the key
   * @param url holds the base URL, if it is set
   */
  public record Variables(String key, String url) {}

  /** Returns this builder as its own type. */
  @SuppressWarnings("unchecked")
  private B self() {
    return (B) this;
  }

  /**
   * Reads the key, and the base URL if one is set there, from the environment variables that the
   * vendor's own SDKs read; the provider's entry point names them.
   *
   * @throws IllegalStateException if there is no key
   */
  @CanIgnoreReturnValue
  public final B fromEnv() {
    return fromEnv(System::getenv);
  }

  /**
   * Reads the same from another environment, such as a configuration.
   *
   * @param environment returns the value of a variable, or null
   * @throws IllegalStateException if there is no key
   */
  @CanIgnoreReturnValue
  public final B fromEnv(Function<String, @Nullable String> environment) {
    for (Variables pair : variables) {
      Optional<String> key = value(environment, pair.key());
      if (key.isPresent()) {
        apiKey(key.get());
        value(environment, pair.url()).ifPresent(this::baseUrl);
        readMore(pair, variable -> value(environment, variable));
        return self();
      }
    }
    throw new IllegalStateException(
        "The environment variable "
            + variables.stream().map(Variables::key).collect(Collectors.joining(" or "))
            + " is not set; set it, or call apiKey(...) on the builder");
  }

  /**
   * Returns the environment variables that {@link #fromEnv()} reads; the first pair with a key
   * counts.
   */
  public final List<Variables> variables() {
    return variables;
  }

  /**
   * Reads what the vendor's SDKs read besides the key and the base URL.
   *
   * @param pair the variables that held these
   * @param environment returns the value of a variable, if it is set and not blank
   */
  protected void readMore(Variables pair, Function<String, Optional<String>> environment) {}

  /** Returns the value of a variable; one that is blank is not set. */
  private static Optional<String> value(
      Function<String, @Nullable String> environment, String variable) {
    return Optional.ofNullable(environment.apply(variable))
        .map(String::strip)
        .filter(value -> !value.isEmpty());
  }

  /** Sets the API key, which is sent to the base URL's origin and nowhere else. */
  @CanIgnoreReturnValue
  public B apiKey(String key) {
    apiKey = Objects.requireNonNull(key, "key");
    keys = null;
    return self();
  }

  /**
   * Sets what supplies the API key, for tokens that expire. It is called for each call to the
   * provider, perhaps by several threads at once, so it should return a token that it holds; a call
   * for which it returns no key or throws fails before anything is sent.
   *
   * <pre>{@code
   * BatchClient client = OpenAi.builder().apiKey(() -> tokens.current()).build();
   * }</pre>
   */
  @CanIgnoreReturnValue
  public B apiKey(Supplier<@Nullable String> supplier) {
    keys = Objects.requireNonNull(supplier, "supplier");
    return self();
  }

  /**
   * Sets the base URL instead of the provider's own, up to where that one ends, as for the vendor's
   * own SDKs; it may have the path of a proxy. It must be https, or http to this machine or to a
   * host of {@link #allowCleartextTo}.
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
   * Sets an OkHttp client whose pool, proxy, TLS and interceptors are used; redirects, its cache
   * and its call timeout are not, and creates, cancels and deletes are sent on connections of their
   * own. The library never shuts it down.
   */
  @CanIgnoreReturnValue
  public B okHttpClient(OkHttpClient client) {
    okHttpClient = Objects.requireNonNull(client, "client");
    return self();
  }

  /** Sets the listener that receives the client's events. */
  @CanIgnoreReturnValue
  public B listener(BatchListener value) {
    listener = Objects.requireNonNull(value, "listener");
    return self();
  }

  /** Sets the executor that completes futures; the common pool if it is not set. */
  @CanIgnoreReturnValue
  public B callbackExecutor(Executor executor) {
    callbackExecutor = Objects.requireNonNull(executor, "executor");
    return self();
  }

  /**
   * Sets other limits than the provider is known to have, for example because they were raised;
   * they then hold for every endpoint.
   */
  @CanIgnoreReturnValue
  public B limits(ProviderLimits value) {
    limits = Objects.requireNonNull(value, "limits");
    return self();
  }

  /**
   * Sets what encodes objects in bodies that are neither maps, collections, arrays, JSON trees,
   * generated models nor plain values; without it such requests are refused.
   */
  @CanIgnoreReturnValue
  public B bodyMapper(BodyMapper mapper) {
    bodyMapper = Objects.requireNonNull(mapper, "mapper");
    return self();
  }

  /**
   * Builds the client.
   *
   * @throws IllegalArgumentException if a setting is not usable; the message names it and what to
   *     do
   * @throws IllegalStateException if OkHttp is on the class path more than once; the message names
   *     the jars and what to do
   */
  public final BatchClient build() {
    OkHttpJars.requireOne();
    return client(settings());
  }

  /** Builds the provider's client. */
  protected abstract BatchClient client(Settings settings);

  /**
   * Returns the text unchanged.
   *
   * @throws IllegalArgumentException naming what it is, without its value, if it cannot be part of
   *     a header
   */
  protected static String headerValue(String what, String text) {
    // OkHttp would quote it.
    if (text.isEmpty() || !text.chars().allMatch(c -> c > ' ' && c < 0x7f)) {
      throw new IllegalArgumentException(
          what
              + " is empty or holds a space, a line break or another character that it cannot have;"
              + " check where it was read from");
    }
    return text;
  }

  /**
   * Returns what was set, checked.
   *
   * @throws IllegalArgumentException if there is no key, or the key or the base URL is not usable
   */
  private Settings settings() {
    BaseUrl base = baseUrl == null ? defaultUrl : BaseUrl.parse(baseUrl, cleartextHosts);
    return new Settings(
        key(),
        base,
        base.origin().equals(defaultUrl.origin()) ? null : base.origin(),
        okHttpClient,
        limits,
        bodyMapper,
        listener,
        callbackExecutor);
  }

  private ApiKey key() {
    if (keys != null) {
      return new ApiKey(keys);
    }
    if (apiKey == null || apiKey.isEmpty()) {
      throw new IllegalArgumentException("There is no API key: call apiKey(...) on the builder");
    }
    String key = headerValue("The API key", apiKey);
    return new ApiKey(() -> key);
  }

  /**
   * The settings of one client.
   *
   * @param apiKey the key
   * @param baseUrl the base URL
   * @param refOrigin the origin that refs carry, or null at the provider's default origin
   * @param okHttpClient the caller's OkHttp client, or null
   * @param limits limits that replace the provider's known ones, or null
   * @param bodyMapper encodes what only a mapper can in bodies, or null
   * @param listener receives the client's events
   * @param callbackExecutor completes futures
   */
  public record Settings(
      ApiKey apiKey,
      BaseUrl baseUrl,
      @Nullable String refOrigin,
      @Nullable OkHttpClient okHttpClient,
      @Nullable ProviderLimits limits,
      @Nullable BodyMapper bodyMapper,
      BatchListener listener,
      Executor callbackExecutor) {
    /** Returns the limits that were set, or else these. */
    public ProviderLimits limitsOr(ProviderLimits known) {
      return limits == null ? known : limits;
    }

    /** Shows no key. */
    @Override
    public String toString() {
      return "Settings[" + baseUrl.origin() + "]";
    }
  }

  /** Shows no key. */
  @Override
  public final String toString() {
    return getClass().getName();
  }
}
