package io.batchwright.cli;

/** Where the JVM begins. */
public final class Main {
  private Main() {}

  /** Runs one command and ends the JVM with its exit code. */
  public static void main(String[] args) {
    World world = World.ofSystem();
    int code = Batchwright.commandLine(world).execute(args);
    world.out().flush();
    world.err().flush();
    System.exit(code);
  }
}
