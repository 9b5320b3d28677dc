package dev.interlock.cli.terminal;

import dev.interlock.finding.Durations;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Locale;

/**
 * A bar on the message stream for work that takes long: only on a terminal, only after a moment,
 * wiped away at the end.
 */
public final class Progress implements AutoCloseable {

  private static final Duration PATIENCE = Duration.ofMillis(700);
  private static final Duration PAUSE = Duration.ofMillis(100);
  private static final Duration TO_KNOW = Duration.ofSeconds(5);
  private static final int BAR = 30;
  private static final int FULL = 100;

  private final Invocation invocation;
  private final String what;
  private final long total;
  private final boolean shows;
  private final Instant begun;
  private Instant next;
  private boolean shown;

  /**
   * Begins.
   *
   * @param what is being done, one or two words
   * @param total how much there is; 0 when nobody knows
   */
  public Progress(Invocation invocation, String what, long total) {
    this.invocation = invocation;
    this.what = what;
    this.total = total;
    this.shows = invocation.terminal().messages();
    this.begun = invocation.clock().instant();
    this.next = shows ? begun.plus(PATIENCE) : Instant.MAX;
  }

  /** Tells how much is done. */
  public void done(long amount) {
    if (!shows) {
      return;
    }
    Instant now = invocation.clock().instant();
    if (now.isBefore(next)) {
      return;
    }
    next = now.plus(PAUSE);
    shown = true;
    invocation
        .err()
        .writer()
        .write("\r" + what + " " + bar(amount, now) + left(amount, now) + "\u001B[K");
    invocation.err().flush();
  }

  /** By how fast it went until now; nothing while nobody can say. */
  private String left(long amount, Instant now) {
    Duration spent = Duration.between(begun, now);
    if (amount <= 0 || amount >= total || spent.compareTo(TO_KNOW) < 0) {
      return "";
    }
    double share = (double) (total - amount) / amount;
    return ", about " + words(Duration.ofMillis((long) (spent.toMillis() * share))) + " left";
  }

  /** Minutes are enough where there are some, and seconds are never none. */
  private static String words(Duration left) {
    return left.toMinutes() > 0
        ? Durations.words(left.truncatedTo(ChronoUnit.MINUTES).plusMinutes(1))
        : Durations.words(Duration.ofSeconds(Math.max(1, left.toSeconds())));
  }

  /** Where nobody knows how much there is, what was done; and where nobody tells that, how long. */
  private String bar(long amount, Instant now) {
    if (total <= 0 && amount <= 0) {
      return "for " + Durations.words(Duration.between(begun, now));
    }
    if (total <= 0) {
      return String.format(Locale.ROOT, "%,d", amount);
    }
    int percent = Math.clamp(amount * FULL / total, 0, FULL);
    int filled = percent * BAR / FULL;
    return "[" + "#".repeat(filled) + " ".repeat(BAR - filled) + "] " + percent + "%";
  }

  @Override
  public void close() {
    clear();
  }

  /** Takes away what is shown, so that something else can be said. */
  public void clear() {
    if (shown) {
      invocation.err().writer().write("\r\u001B[K");
      invocation.err().flush();
    }
  }
}
