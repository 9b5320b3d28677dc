package dev.interlock.ledger.append;

import dev.interlock.ledger.Bytes;
import dev.interlock.ledger.Ledger.Receipt;
import dev.interlock.ledger.LedgerException;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** One append on its way: its thread waits until it is written or is to lead. */
final class PendingAppend {

  private final List<Bytes> entries;
  private final long bytes;

  /** Completes with true when the thread is to lead, with false when the append is done. */
  private final CompletableFuture<Boolean> turn = new CompletableFuture<>();

  private @Nullable Receipt receipt;
  private @Nullable Throwable failure;

  PendingAppend(List<Bytes> entries) {
    this.entries = List.copyOf(entries);
    this.bytes = Limits.bytes(entries);
    if (entries.isEmpty()) {
      throw new IllegalArgumentException("an append needs an entry");
    }
  }

  List<Bytes> entries() {
    return entries;
  }

  long bytes() {
    return bytes;
  }

  /**
   * True when the caller's thread is to lead; interrupts do not end the wait, only a result does.
   */
  boolean awaitLead() {
    return turn.join();
  }

  void lead() {
    turn.complete(true);
  }

  boolean done() {
    return receipt != null || failure != null;
  }

  void succeed(Receipt given) {
    receipt = given;
    turn.complete(false);
  }

  void fail(Throwable why) {
    if (!done()) {
      failure = why;
      turn.complete(false);
    }
  }

  Receipt result() {
    if (receipt != null) {
      return receipt;
    }
    throw failure instanceof LedgerException e
        ? new LedgerException(e.error(), String.valueOf(e.getMessage()), e)
        : new IllegalStateException("an append ended without a result", failure);
  }
}
