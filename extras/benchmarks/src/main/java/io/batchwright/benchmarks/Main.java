package io.batchwright.benchmarks;

import io.batchwright.benchmarks.data.DataFolder;
import io.batchwright.benchmarks.plan.Plan;
import io.batchwright.benchmarks.plan.Sizes;
import io.batchwright.benchmarks.report.Measured;
import io.batchwright.benchmarks.report.Report;
import io.batchwright.benchmarks.run.Measuring;
import io.batchwright.benchmarks.run.Run;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;

/** Runs the benchmarks that the options select, and writes the report. */
public final class Main {
  private Main() {}

  /** Arguments: the folder for data and the report, then options; see README. */
  public static void main(String[] args) throws Exception {
    Path home = Path.of(args[0]);
    List<String> arguments = Arrays.asList(args).subList(1, args.length);
    Options options = Options.parse(home, arguments);
    Sizes sizes = options.quick() ? Sizes.QUICK : Sizes.FULL;
    List<Plan> plans = options.only().stream().map(group -> Plan.of(group, sizes)).toList();
    Function<Measured, Report> begun = Report.begin(options.forReport());
    Measuring measuring =
        new Measuring(
            new DataFolder(options.data()),
            options.out().resolve("logs"),
            sizes.warmSeconds(),
            options.against());
    List<Run> runs = measuring.run(plans, options.rounds());
    Report report = begun.apply(new Measured(runs, measuring.facts()));
    System.out.println(report.write(options.out()));
    if (!report.failures().isEmpty()) {
      System.err.println(report.failures().size() + " measurements are broken; see the report");
      System.exit(1);
    }
  }
}
