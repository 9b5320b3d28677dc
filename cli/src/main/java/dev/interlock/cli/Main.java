package dev.interlock.cli;

import dev.interlock.cli.command.Program;
import dev.interlock.cli.terminal.Invocation;
import dev.interlock.cli.terminal.ResultStream;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;

/** The command line's way in: {@code interlock COMMAND …}. */
public final class Main {

  private Main() {}

  /** Runs the command given and ends the program with its exit code. */
  public static void main(String[] args) {
    int exit =
        run(
            List.of(args),
            System.in,
            new FileOutputStream(FileDescriptor.out),
            new FileOutputStream(FileDescriptor.err),
            System.getenv());
    Runtime.getRuntime().exit(exit);
  }

  /**
   * Runs one command at the present instant.
   *
   * @param args as they follow the program's name
   * @param in what the command may read
   * @param out takes results, and nothing else, as UTF-8
   * @param err takes messages and progress, as UTF-8
   * @param env the environment variables
   * @return the exit code: 0 good, 1 the answer is no, 2 bad usage or input, 3 something outside
   *     failed, 70 a bug
   */
  public static int run(
      List<String> args,
      InputStream in,
      OutputStream out,
      OutputStream err,
      Map<String, String> env) {
    return run(args, in, out, err, env, InstantSource.system());
  }

  /** Runs one command with a clock of the caller's choice. */
  public static int run(
      List<String> args,
      InputStream in,
      OutputStream out,
      OutputStream err,
      Map<String, String> env,
      InstantSource clock) {
    String program = Invocation.program(env);
    var results = new ResultStream(out, program);
    var messages = new ResultStream(err, program);
    var invocation = new Invocation(in, results, messages, env, clock);
    return Program.run(args, invocation);
  }
}
