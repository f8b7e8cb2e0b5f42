package io.batchwright.faults;

import static io.batchwright.faults.Fault.onScene;
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
          scripted("unknown fields", Kind.BATCH, scene -> scene.script().unknownFields()),
          content("wrong types", Bodies::wrongTypes, Lines.wrongTypes(ONE)),
          content("empty ids", Bodies::emptyIds, Lines.emptyId()),
          content("deep nesting", Bodies::deep, Lines.deep(ONE)),
          rewritten("invalid UTF-8", Bodies::invalidUtf8, Lines::invalidUtf8),
          content("64 MB line", Bodies::long64, Lines.long64(ONE)).onlyWithSome(),
          onScene("gzip bomb", Kind.CONTENT, ContentFaults::bomb).onlyWithSome(),
          scripted("no file but \"\"", Kind.LINES, scene -> scene.script().emptyFileIds()),
          scripted("duplicate lines", Kind.LINES, scene -> scene.script().repeatLine(ONE)),
          scripted("missing lines", Kind.LINES, scene -> scene.script().dropLine(ONE)),
          scripted("unknown ids", Kind.LINES, scene -> scene.script().unknownIdLine("q-who")),
          scripted("bad line first", Kind.LINES, scene -> scene.script().badLine(Position.FIRST)),
          scripted(
              "bad line between", Kind.LINES, scene -> scene.script().badLine(Position.MIDDLE)),
          scripted("bad line last", Kind.LINES, scene -> scene.script().badLine(Position.LAST)),
          scripted("expired in part", Kind.END, scene -> scene.script().expire(ONE, "q-000017")));

  private ContentFaults() {}

  /** A batch with an unknown state ends nevertheless, unless it never does. */
  private static void unknownState(Scene scene) {
    scene.script().status(UNKNOWN);
    if (scene.phase == Phase.OUTAGE) {
      scene.script().stuck();
    }
  }

  /** Rewrites a response; in results, one request's line is replaced. */
  private static Fault content(String name, UnaryOperator<byte[]> answer, String line) {
    return new Fault(
        name,
        Kind.CONTENT,
        scene -> {
          if (scene.reads()) {
            scene.script().dropLine(ONE).rawLine(line);
          }
        },
        scene -> {
          if (!scene.reads()) {
            scene.rule().rewrite(answer);
          }
        },
        null,
        Duration.ZERO,
        false);
  }

  private static Fault rewritten(
      String name, UnaryOperator<byte[]> answer, UnaryOperator<byte[]> lines) {
    return onScene(
        name, Kind.CONTENT, scene -> scene.rule().rewrite(scene.reads() ? lines : answer));
  }

  private static void bomb(Scene scene) {
    scene
        .rule()
        .header("content-encoding", "gzip")
        .rewrite(scene.reads() ? Lines::bomb : Bodies::bomb);
  }
}
