package io.batchwright.conformance.drift;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Prints what the vendors' specifications have and ours lack or contradict, each with its reason.
 *
 * <p>Arguments: the folder of our specifications, the folder of the vendors', and the file of
 * reasons. Fails if a difference has no reason or a reason matches no difference.
 */
public final class Drift {
  private final Path ours;
  private final Path theirs;
  private final Reasons reasons;
  private int explained;
  private int unexplained;

  private Drift(Path ours, Path theirs, Reasons reasons) {
    this.ours = ours;
    this.theirs = theirs;
    this.reasons = reasons;
  }

  public static void main(String[] args) throws IOException {
    if (args.length != 3) {
      System.err.println("Usage: drift OUR_SPECS VENDORS_SPECS REASONS");
      System.exit(2);
    }
    System.exit(isExplained(Path.of(args[0]), Path.of(args[1]), Path.of(args[2])) ? 0 : 1);
  }

  /** Prints the differences and returns whether each has a reason and each reason a difference. */
  static boolean isExplained(Path ours, Path theirs, Path reasons) throws IOException {
    return new Drift(ours, theirs, Reasons.read(reasons)).run();
  }

  private boolean run() throws IOException {
    for (Provider provider : Provider.ALL) compare(provider);
    List<String> unused = reasons.unused();
    for (String pattern : unused) System.out.println("NO SUCH DIFFERENCE  " + pattern);
    System.out.println(
        explained
            + " differences with a reason, "
            + unexplained
            + " without; "
            + unused.size()
            + " reasons without a difference.");
    return unexplained == 0 && unused.isEmpty();
  }

  private void compare(Provider provider) throws IOException {
    Map<String, Member> our =
        Outline.of(SpecFile.read(ours.resolve(provider.ourFile())), provider.ourLine());
    Set<String> differences = new LinkedHashSet<>();
    for (String name : provider.theirFiles()) {
      Path file = theirs.resolve(name);
      if (!Files.exists(file)) {
        System.out.println("NOT COMPARED  " + name + " is not there");
        continue;
      }
      Map<String, Member> their = Outline.of(SpecFile.read(file), provider.theirLine());
      differences.addAll(Comparison.differences(our, their));
      System.out.println(name + ": " + their.size() + " operations, parameters and fields");
    }
    for (String difference : differences) print(provider.name() + " " + difference);
  }

  private void print(String difference) {
    String reason = reasons.of(difference).orElse("");
    if (reason.isEmpty()) {
      unexplained++;
      System.out.println("NO REASON  " + difference);
    } else {
      explained++;
      System.out.println("  " + difference + "  (" + reason + ")");
    }
  }
}
