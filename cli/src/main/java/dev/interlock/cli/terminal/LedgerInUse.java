package dev.interlock.cli.terminal;

import dev.interlock.cli.output.Prose;
import dev.interlock.usecases.RecordDecision;
import java.nio.file.Path;
import java.time.Duration;

/** How long a command waits for a ledger that somebody else writes to, and what it says then. */
public final class LedgerInUse {

  /** Half a minute: others write for a moment only. */
  private static final int TRIES = 300;

  private static final Duration PAUSE = Duration.ofMillis(100);

  private LedgerInUse() {}

  /** Waits half a minute at most, and says so among the messages. */
  public static RecordDecision.Waiting waiting(Path ledger, Invocation invocation) {
    String said = "Waiting up to 30 s for " + Prose.safe(ledger.toString()) + ", which is in use";
    return new RecordDecision.Waiting(TRIES, PAUSE, () -> invocation.err().line(said));
  }
}
