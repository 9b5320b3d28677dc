package dev.interlock.cli.command;

import dev.interlock.cli.output.Prose;
import dev.interlock.cli.terminal.ExitCode;
import dev.interlock.cli.terminal.Invocation;
import dev.interlock.cli.terminal.ResultStream;
import dev.interlock.finding.Fault;
import dev.interlock.usecases.InputRejected;
import java.io.IOException;
import java.io.UncheckedIOException;

/** Turns what was thrown into a message and an exit code. */
final class Failures {

  private Failures() {}

  /** Reports a failure; a stack trace appears only when it was asked for. */
  static int report(Throwable failure, boolean debug, Invocation invocation) {
    int exit = describe(failure, invocation.err());
    if (debug) {
      failure.printStackTrace(invocation.err().writer());
    }
    return exit;
  }

  private static int describe(Throwable failure, ResultStream err) {
    return switch (failure) {
      case InputRejected rejected -> {
        rejected.problems().forEach(err::problem);
        yield ExitCode.BAD_INPUT;
      }
      case Fault fault -> outside(fault.getMessage() + " [" + fault.code() + "]", err);
      case UncheckedIOException io -> outside(String.valueOf(io.getMessage()), err);
      case IOException io -> outside(words(io), err);
      case OutOfMemoryError _ ->
          outside("not enough memory; set INTERLOCK_HEAP, for example to 2g", err);
      default -> bug(failure, err);
    };
  }

  private static int outside(String message, ResultStream err) {
    err.line("error: " + Prose.safe(message));
    return ExitCode.OUTSIDE;
  }

  /** File system exceptions say little more than the file's name. */
  private static String words(IOException failure) {
    String kind = failure.getClass().getSimpleName().replace("Exception", "");
    return failure.getMessage() + " (" + kind + ")";
  }

  private static int bug(Throwable failure, ResultStream err) {
    err.line("error: Interlock failed: a mistake in the program, not in your input");
    err.line("  what: " + Prose.safe(String.valueOf(failure)));
    err.line("  hint: run again with --debug and report what it prints");
    return ExitCode.BUG;
  }

  /** Results that could not be written turn any answer into a failure. */
  static int afterwards(int exit, Invocation invocation) {
    if (!invocation.out().lost()) {
      return exit;
    }
    int code = outside("cannot write results: " + invocation.out().lossReason(), invocation.err());
    invocation.err().flush();
    return code;
  }
}
