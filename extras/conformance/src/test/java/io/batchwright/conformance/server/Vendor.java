package io.batchwright.conformance.server;

import static io.batchwright.sandbox.Operation.CANCEL;
import static io.batchwright.sandbox.Operation.CREATE;
import static io.batchwright.sandbox.Operation.DELETE;
import static io.batchwright.sandbox.Operation.LIST;
import static io.batchwright.sandbox.Operation.RESULTS;
import static io.batchwright.sandbox.Operation.RETRIEVE;
import static io.batchwright.sandbox.Operation.UPLOAD;
import static io.batchwright.sandbox.Operation.UPLOAD_CHUNK;
import static io.batchwright.sandbox.Operation.UPLOAD_QUERY;

import io.batchwright.anthropic.Anthropic;
import io.batchwright.conformance.stage.Stage;
import io.batchwright.conformance.stage.VendorSpecs;
import io.batchwright.gemini.Gemini;
import io.batchwright.moonshot.Moonshot;
import io.batchwright.openai.OpenAi;
import io.batchwright.sandbox.Operation;
import io.batchwright.sandbox.ProviderControl;
import io.batchwright.sandbox.Sandbox;
import io.batchwright.spi.ClientBuilder;
import io.batchwright.zhipu.Zhipu;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;

/** A provider, as its own specification sees it. */
enum Vendor {
  ANTHROPIC("", Anthropic::builder, Sandbox::anthropicUrl, Sandbox::anthropic),
  GEMINI("", Gemini::builder, Sandbox::geminiUrl, Sandbox::gemini),
  GEMINI_FILES("", () -> Gemini.builder().inlineUpTo(0), Sandbox::geminiUrl, Sandbox::gemini),
  MOONSHOT("/v1", Moonshot::builder, Sandbox::moonshotUrl, Sandbox::moonshot),
  OPENAI("", OpenAi::builder, Sandbox::openAiUrl, Sandbox::openAi),
  ZHIPU("/paas/v4", Zhipu::builder, Sandbox::zhipuUrl, Sandbox::zhipu);

  private final String prefix;
  private final Supplier<ClientBuilder<?>> builder;
  private final Function<Sandbox, String> url;
  private final Function<Sandbox, ProviderControl> control;

  /**
   * A provider.
   *
   * @param prefix what of the base URL stands in the paths of the vendor's specification
   */
  Vendor(
      String prefix,
      Supplier<ClientBuilder<?>> builder,
      Function<Sandbox, String> url,
      Function<Sandbox, ProviderControl> control) {
    this.prefix = prefix;
    this.builder = builder;
    this.url = url;
    this.control = control;
  }

  Path specification() {
    return VendorSpecs.folder().resolve(title() + ".openapi.json");
  }

  /** What our client asks of it. */
  Set<Operation> operations() {
    Set<Operation> all = EnumSet.of(CREATE, RETRIEVE, LIST, CANCEL, DELETE);
    if (this != GEMINI) all.add(RESULTS);
    if (this != GEMINI && this != ANTHROPIC) all.add(UPLOAD);
    if (this == GEMINI_FILES) all.addAll(EnumSet.of(UPLOAD_CHUNK, UPLOAD_QUERY));
    return all;
  }

  /** As it is called where it does not matter how requests come to it. */
  String title() {
    return name().toLowerCase(Locale.ROOT).replace("_files", "");
  }

  ClientBuilder<?> builder() {
    return builder.get().apiKey(Stage.KEY);
  }

  String url(Sandbox sandbox) {
    return url.apply(sandbox);
  }

  /** What of the sandbox's URL is before the paths of the vendor's specification. */
  String root(Sandbox sandbox) {
    String url = url(sandbox);
    return url.substring(0, url.length() - prefix.length());
  }

  /** The base URL of a server that stands where the specification's paths begin. */
  String url(String server) {
    return server + prefix;
  }

  ProviderControl control(Sandbox sandbox) {
    return control.apply(sandbox);
  }
}
