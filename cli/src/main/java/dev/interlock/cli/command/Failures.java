package dev.interlock.cli.command;

import dev.interlock.cli.terminal.Invocation;
import dev.interlock.finding.Fault;
import java.io.PrintWriter;

/** Turns what was thrown into a message and an exit code. */
final class Failures {

  private Failures() {}

  /** Reports a failure; a stack trace appears only when it was asked for. */
  static int report(Throwable failure, boolean debug, Invocation invocation) {
    int exit = describe(failure, invocation);
    if (debug) {
      PrintWriter writer = invocation.err().writer();
      failure.printStackTrace(writer);
    }
    return exit;
  }

  private static int describe(Throwable failure, Invocation invocation) {
    var err = invocation.err();
    if (failure instanceof Fault fault) {
      err.line("error: " + fault.getMessage() + " [" + fault.code() + "]");
      return ExitCode.OUTSIDE;
    }
    err.line("error: Interlock failed: this is a mistake in the program, not in your input.");
    err.line("  what: " + failure);
    err.line("  hint: run again with --debug and report what it prints");
    return ExitCode.BUG;
  }

  /** Results that could not be written turn any answer into a failure. */
  static int afterwards(int exit, Invocation invocation) {
    if (!invocation.out().lost()) {
      return exit;
    }
    invocation.err().line("error: cannot write results: " + invocation.out().lossReason());
    invocation.err().flush();
    return ExitCode.OUTSIDE;
  }
}
