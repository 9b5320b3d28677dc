package dev.interlock.cli.remote;

import dev.interlock.changes.Decision.Outcome;
import dev.interlock.finding.Fault;
import java.time.Duration;

/**
 * Asks for the decision on a change and waits for one that is {@code wait} to turn: the server
 * answers as soon as it does. While there is time, a server that is away for a moment is asked
 * again.
 */
public final class AskDecision {

  /** Below the time after which gates on the way (Azure's, for one) end a silent connection. */
  private static final Duration AT_ONCE = Duration.ofSeconds(200);

  private static final Duration PAUSE = Duration.ofSeconds(1);

  private final Api api;

  /** Asks there. */
  public AskDecision(Api api) {
    this.api = api;
  }

  /**
   * The first decision that is not {@code wait}, or the last one when the time is over.
   *
   * @throws dev.interlock.usecases.InputRejected when somebody files another version meanwhile: a
   *     decision on that one says nothing of this
   */
  public AskedDecision run(FiledChange change, Duration wait) {
    long end = System.nanoTime() + wait.toNanos();
    while (true) {
      Duration left = Duration.ofNanos(Math.max(0, end - System.nanoTime()));
      try {
        AskedDecision asked = ask(change, left);
        if (asked.decision().outcome() != Outcome.WAIT || end - System.nanoTime() <= 0) {
          return asked;
        }
      } catch (Fault e) {
        if (end - System.nanoTime() <= PAUSE.toNanos() || !pause()) {
          throw e;
        }
      }
    }
  }

  private AskedDecision ask(FiledChange change, Duration left) {
    // A second more than what is left, so that the last question is not one too early.
    long seconds = left.isZero() ? 0 : Math.min(left.toSeconds() + 1, AT_ONCE.toSeconds());
    String path = "/changes/" + Api.escaped(change.name()) + "/decision?wait=" + seconds;
    Reply reply = api.send(path, Message.EMPTY, Duration.ofSeconds(seconds));
    AskedDecision asked = AskedDecision.of(reply.json());
    OtherVersion.refuse(reply.server(), asked.digest(), change.digest());
    return asked;
  }

  private static boolean pause() {
    try {
      Thread.sleep(PAUSE);
      return true;
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
