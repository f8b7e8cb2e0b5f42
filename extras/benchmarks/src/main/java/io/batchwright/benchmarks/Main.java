package io.batchwright.benchmarks;

import io.batchwright.benchmarks.data.DataFolder;
import io.batchwright.benchmarks.plan.Plan;
import io.batchwright.benchmarks.plan.Sizes;
import io.batchwright.benchmarks.run.Measuring;
import io.batchwright.benchmarks.run.Run;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/** Measures what the options ask for, and writes the report. */
public final class Main {
  private Main() {}

  /** Arguments: the folder for files and the report, and options; see README. */
  public static void main(String[] args) throws Exception {
    Path home = Path.of(args[0]);
    Options options = Options.parse(home, Arrays.asList(args).subList(1, args.length));
    Sizes sizes = options.quick() ? Sizes.QUICK : Sizes.FULL;
    List<Plan> plans = options.only().stream().map(group -> Plan.of(group, sizes)).toList();
    Measuring measuring =
        new Measuring(
            new DataFolder(options.data()),
            home.resolve("okhttp-of-zai-sdk"),
            options.out().resolve("logs"));
    List<Run> runs = measuring.run(plans, options.rounds());
    System.out.println(runs.size());
  }
}
