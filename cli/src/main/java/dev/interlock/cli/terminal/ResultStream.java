package dev.interlock.cli.terminal;

import dev.interlock.cli.output.Prose;
import dev.interlock.finding.Diagnostic;
import java.io.BufferedOutputStream;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;

/** Text going out as UTF-8, whatever the locale. */
public final class ResultStream {

  private final FailureRemembering bytes;
  private final PrintWriter writer;
  private final CalledAs called;

  /** Writes to the given bytes, which stay open. */
  public ResultStream(OutputStream out) {
    this(out, Invocation.NAME);
  }

  /**
   * The same, for a program of another name.
   *
   * @param program how the user called it
   */
  public ResultStream(OutputStream out, String program) {
    this.called = new CalledAs(program);
    this.bytes = new FailureRemembering(new BufferedOutputStream(out, 1 << 14));
    this.writer = new PrintWriter(new OutputStreamWriter(bytes, StandardCharsets.UTF_8));
  }

  /** Where text goes; line ends are {@code \n}, so never {@code println}. */
  public PrintWriter writer() {
    return writer;
  }

  /** Writes one line. */
  public void line(String text) {
    writer.write(text);
    writer.write('\n');
  }

  /** Writes a diagnostic: its line and perhaps a hint. */
  public void problem(Diagnostic problem) {
    String hint = problem.hint();
    Diagnostic shown = hint == null ? problem : problem.withHint(called.in(hint));
    shown.render().lines().forEach(text -> line(Prose.safe(text)));
  }

  /** Sends out what was written so far. */
  public void flush() {
    writer.flush();
  }

  /** True when text was lost other than because its reader went away ({@code | head}). */
  public boolean lost() {
    return bytes.failure() != null && !bytes.readerLeft();
  }

  /** Why text was lost, in the system's words; empty when none was. */
  public String lossReason() {
    var failure = bytes.failure();
    return failure == null ? "" : String.valueOf(failure.getMessage());
  }
}
