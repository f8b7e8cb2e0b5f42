package io.batchwright.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonArray;
import io.batchwright.cli.Cli.Run;
import io.batchwright.sandbox.Operation;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ListCommandTest {
  @TempDir private Path folder = Path.of("");
  private Cli cli;
  private String older;
  private String newer;

  @BeforeEach
  void submitTwo() {
    cli = new Cli(folder);
    older = cli.run("submit", cli.input("one"), "--provider", "anthropic").ref();
    assertThat(cli.run("wait", older).code()).isEqualTo(0);
    cli.time.stop();
    newer = cli.run("submit", cli.input("one", "two"), "--provider", "anthropic").ref();
  }

  @AfterEach
  void stop() {
    cli.close();
  }

  private Run list(String... more) {
    String[] args = {"list", "--provider", "anthropic"};
    return cli.run(Cli.join(args, more));
  }

  @Test
  void printsALineForEachBatchNewestFirst() {
    Run run = list();

    assertThat(run.code()).isEqualTo(0);
    assertThat(run.err()).isEmpty();
    assertThat(run.out().lines())
        .satisfiesExactly(
            line ->
                assertThat(line)
                    .startsWith(newer + "\trunning\t2: 0 succeeded, 2 processing\t")
                    .endsWith("Z"),
            line -> assertThat(line).startsWith(older + "\tsucceeded\t1: 1 succeeded\t"));
  }

  @Test
  void stopsAtTheLimit() {
    assertThat(list("--limit", "1").out().lines()).hasSize(1).allMatch(l -> l.startsWith(newer));
  }

  @Test
  void printsJson() {
    JsonArray batches = list("--json").json().getAsJsonArray("batches");

    assertThat(batches).hasSize(2);
    assertThat(batches.get(0).getAsJsonObject().get("ref").getAsString()).isEqualTo(newer);
    assertThat(batches.get(0).getAsJsonObject().getAsJsonObject("counts").get("total").getAsInt())
        .isEqualTo(2);
  }

  @Test
  void anAccountWithoutBatchesHasNoLine() {
    cli.time.run();
    assertThat(cli.run("wait", newer).code()).isEqualTo(0);
    cli.run("delete", older);
    cli.run("delete", newer);

    assertThat(list().out()).isEmpty();
    assertThat(list("--json").out().strip()).isEqualTo("{\"batches\":[]}");
  }

  @Test
  void exitsWith4WhenTheProviderRefuses() {
    cli.anthropic().faults().on(Operation.LIST).always().respond(500);

    assertThat(list().code()).isEqualTo(4);
  }

  @Test
  void wantsAKeyAndALimitThatIsOne() {
    assertThat(Cli.run(Map.of(), "list", "--provider", "anthropic").err())
        .contains("ANTHROPIC_API_KEY");
    assertThat(list("--limit", "0").code()).isEqualTo(2);
  }
}
