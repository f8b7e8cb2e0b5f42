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
import io.batchwright.gemini.Gemini;
import io.batchwright.moonshot.Moonshot;
import io.batchwright.openai.OpenAi;
import io.batchwright.sandbox.Operation;
import io.batchwright.sandbox.ProviderControl;
import io.batchwright.sandbox.Sandbox;
import io.batchwright.spi.ClientBuilder;
import io.batchwright.zhipu.Zhipu;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/** A provider, with the ways in which our client speaks to it. */
enum Vendor {
  ANTHROPIC("", Sandbox::anthropicUrl, Sandbox::anthropic) {
    @Override
    List<ClientBuilder<?>> builders() {
      return List.of(Anthropic.builder().apiKey(Stage.KEY));
    }

    @Override
    Set<Operation> operations() {
      return EnumSet.of(CREATE, RETRIEVE, LIST, CANCEL, RESULTS, DELETE);
    }
  },
  GEMINI("", Sandbox::geminiUrl, Sandbox::gemini) {
    @Override
    List<ClientBuilder<?>> builders() {
      return List.of(
          Gemini.builder().apiKey(Stage.KEY), Gemini.builder().apiKey(Stage.KEY).inlineUpTo(0));
    }

    @Override
    Set<Operation> operations() {
      Set<Operation> all = super.operations();
      all.addAll(EnumSet.of(UPLOAD_CHUNK, UPLOAD_QUERY));
      return all;
    }
  },
  MOONSHOT("/v1", Sandbox::moonshotUrl, Sandbox::moonshot) {
    @Override
    List<ClientBuilder<?>> builders() {
      return List.of(Moonshot.builder().apiKey(Stage.KEY));
    }
  },
  OPENAI("", Sandbox::openAiUrl, Sandbox::openAi) {
    @Override
    List<ClientBuilder<?>> builders() {
      return List.of(OpenAi.builder().apiKey(Stage.KEY));
    }
  },
  ZHIPU("/paas/v4", Sandbox::zhipuUrl, Sandbox::zhipu) {
    @Override
    List<ClientBuilder<?>> builders() {
      return List.of(Zhipu.builder().apiKey(Stage.KEY));
    }
  };

  private final String prefix;
  private final Function<Sandbox, String> url;
  private final Function<Sandbox, ProviderControl> control;

  /**
   * A provider.
   *
   * @param prefix what of the base URL stands in the paths of the vendor's specification
   */
  Vendor(String prefix, Function<Sandbox, String> url, Function<Sandbox, ProviderControl> control) {
    this.prefix = prefix;
    this.url = url;
    this.control = control;
  }

  /** Begins a client for each way. */
  abstract List<ClientBuilder<?>> builders();

  /** All that our client asks of it. */
  Set<Operation> operations() {
    return EnumSet.of(UPLOAD, CREATE, RETRIEVE, LIST, CANCEL, RESULTS, DELETE);
  }

  String url(Sandbox sandbox) {
    return url.apply(sandbox);
  }

  /** Where in the sandbox the paths of the vendor's specification begin. */
  String root(Sandbox sandbox) {
    String base = url(sandbox);
    return base.substring(0, base.length() - prefix.length());
  }

  /** The base URL of a server where the paths of the vendor's specification begin at once. */
  String url(String server) {
    return server + prefix;
  }

  ProviderControl control(Sandbox sandbox) {
    return control.apply(sandbox);
  }
}
