package io.batchwright.faults;

import static io.batchwright.faults.Fault.inEnvironment;
import static io.batchwright.faults.Fault.scripted;

import io.batchwright.sandbox.Position;
import java.time.Duration;
import java.util.List;
import java.util.function.UnaryOperator;

/** Responses with wrong content. */
final class ContentFaults {
  /** An undocumented state of a batch. */
  static final String UNKNOWN = "resting";

  private static final String ONE = "q-000003";

  static final List<Fault> ALL =
      List.of(
          scripted("unknown state", Kind.BATCH, ContentFaults::unknownState),
          scripted("unknown fields", Kind.BATCH, env -> env.script().unknownFields()),
          content("wrong types", Bodies::wrongTypes, Lines.wrongTypes(ONE)),
          content("empty ids", Bodies::emptyIds, Lines.emptyId()),
          content("deep nesting", Bodies::deep, Lines.deep(ONE)),
          rewritten("invalid UTF-8", Bodies::invalidUtf8, Lines::invalidUtf8),
          content("64 MB line", Bodies::long64, Lines.long64(ONE)).onlyWithSome(),
          inEnvironment("gzip bomb", Kind.CONTENT, ContentFaults::bomb).onlyWithSome(),
          scripted("no file but \"\"", Kind.LINES, env -> env.script().emptyFileIds()),
          scripted("duplicate lines", Kind.LINES, env -> env.script().repeatLine(ONE)),
          scripted("missing lines", Kind.LINES, env -> env.script().dropLine(ONE)),
          scripted("unknown ids", Kind.LINES, env -> env.script().unknownIdLine("q-who")),
          scripted("bad line first", Kind.LINES, env -> env.script().badLine(Position.FIRST)),
          scripted("bad line between", Kind.LINES, env -> env.script().badLine(Position.MIDDLE)),
          scripted("bad line last", Kind.LINES, env -> env.script().badLine(Position.LAST)),
          scripted("expired in part", Kind.END, env -> env.script().expire(ONE, "q-000017")));

  private ContentFaults() {}

  /** A batch with an unknown state ends nevertheless, unless it never does. */
  private static void unknownState(Environment env) {
    env.script().status(UNKNOWN);
    if (env.phase == Phase.OUTAGE) {
      env.script().stuck();
    }
  }

  /** Rewrites a response; in results, one request's line is replaced. */
  private static Fault content(String name, UnaryOperator<byte[]> response, String line) {
    return new Fault(
        name,
        Kind.CONTENT,
        env -> {
          if (env.reads()) {
            env.script().dropLine(ONE).rawLine(line);
          }
        },
        env -> {
          if (!env.reads()) {
            env.rule().rewrite(response);
          }
        },
        null,
        Duration.ZERO,
        false);
  }

  private static Fault rewritten(
      String name, UnaryOperator<byte[]> response, UnaryOperator<byte[]> lines) {
    return inEnvironment(
        name, Kind.CONTENT, env -> env.rule().rewrite(env.reads() ? lines : response));
  }

  private static void bomb(Environment env) {
    env.rule().header("content-encoding", "gzip").rewrite(env.reads() ? Lines::bomb : Bodies::bomb);
  }
}
