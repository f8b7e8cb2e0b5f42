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
import io.batchwright.conformance.bed.TestBed;
import io.batchwright.gemini.Gemini;
import io.batchwright.moonshot.Moonshot;
import io.batchwright.openai.OpenAi;
import io.batchwright.providers.ClientBuilder;
import io.batchwright.sandbox.Operation;
import io.batchwright.sandbox.ProviderControl;
import io.batchwright.sandbox.Sandbox;
import io.batchwright.zhipu.Zhipu;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** A provider, and the ways in which our client can call it. */
enum Vendor {
  ANTHROPIC,
  GEMINI,
  MOONSHOT,
  OPENAI,
  ZHIPU;

  /** Creates a client for each way. */
  List<ClientBuilder<?>> builders() {
    return switch (this) {
      case ANTHROPIC -> List.of(Anthropic.builder().apiKey(TestBed.KEY));
      case GEMINI ->
          List.of(
              Gemini.builder().apiKey(TestBed.KEY),
              Gemini.builder().apiKey(TestBed.KEY).inlineUpTo(0));
      case MOONSHOT -> List.of(Moonshot.builder().apiKey(TestBed.KEY));
      case OPENAI -> List.of(OpenAi.builder().apiKey(TestBed.KEY));
      case ZHIPU -> List.of(Zhipu.builder().apiKey(TestBed.KEY));
    };
  }

  /** Every request that our client sends to it. */
  Set<Operation> operations() {
    Set<Operation> all = EnumSet.of(CREATE, RETRIEVE, LIST, CANCEL, RESULTS, DELETE);
    if (this != ANTHROPIC) all.add(UPLOAD);
    if (this == GEMINI) all.addAll(EnumSet.of(UPLOAD_CHUNK, UPLOAD_QUERY));
    return all;
  }

  String url(Sandbox sandbox) {
    return switch (this) {
      case ANTHROPIC -> sandbox.anthropicUrl();
      case GEMINI -> sandbox.geminiUrl();
      case MOONSHOT -> sandbox.moonshotUrl();
      case OPENAI -> sandbox.openAiUrl();
      case ZHIPU -> sandbox.zhipuUrl();
    };
  }

  ProviderControl control(Sandbox sandbox) {
    return switch (this) {
      case ANTHROPIC -> sandbox.anthropic();
      case GEMINI -> sandbox.gemini();
      case MOONSHOT -> sandbox.moonshot();
      case OPENAI -> sandbox.openAi();
      case ZHIPU -> sandbox.zhipu();
    };
  }

  /** The part of the base URL that belongs to the paths of the vendor's specification. */
  private String prefix() {
    return switch (this) {
      case ANTHROPIC, GEMINI, OPENAI -> "";
      case MOONSHOT -> "/v1";
      case ZHIPU -> "/paas/v4";
    };
  }

  /** Where in the sandbox the paths of the vendor's specification begin. */
  String root(Sandbox sandbox) {
    String base = url(sandbox);
    return base.substring(0, base.length() - prefix().length());
  }

  /** The base URL for a server at whose root the paths of the vendor's specification begin. */
  String url(String server) {
    return server + prefix();
  }
}
