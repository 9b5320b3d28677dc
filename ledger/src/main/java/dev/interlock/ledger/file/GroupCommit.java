package dev.interlock.ledger.file;

import dev.interlock.ledger.Bytes;
import dev.interlock.ledger.Ledger.Receipt;
import dev.interlock.ledger.LedgerError;
import dev.interlock.ledger.LedgerException;
import dev.interlock.ledger.SignedCheckpoint;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * Lets appends of many threads share a batch: whoever gets the lock writes everything that waits;
 * while it waits for the disk, the next batch gathers.
 */
final class GroupCommit implements AutoCloseable {

  private final Committer committer;
  private final ReentrantLock writing = new ReentrantLock();
  private final ConcurrentLinkedQueue<Pending> waiting = new ConcurrentLinkedQueue<>();
  private long size;

  GroupCommit(Committer committer, long size) {
    this.committer = committer;
    this.size = size;
  }

  Receipt append(List<Bytes> entries) {
    Pending own = new Pending(List.copyOf(entries));
    waiting.add(own);
    writing.lock();
    try {
      while (!own.done()) {
        writeWaiting();
      }
    } finally {
      writing.unlock();
    }
    return own.result();
  }

  private void writeWaiting() {
    List<Pending> batch = new ArrayList<>();
    List<Bytes> entries = new ArrayList<>();
    long bytes = 0;
    for (Pending next = waiting.peek(); next != null; next = waiting.peek()) {
      bytes += next.bytes;
      if (!batch.isEmpty() && bytes > Format.MAX_COMMIT - Format.PREFIX - Format.MAX_CHECKPOINT) {
        break;
      }
      batch.add(waiting.remove());
      entries.addAll(next.entries);
    }
    try {
      SignedCheckpoint checkpoint = committer.commit(entries);
      for (Pending pending : batch) {
        pending.succeed(new Receipt(size, pending.entries.size(), checkpoint));
        size += pending.entries.size();
      }
    } catch (RuntimeException | Error e) {
      batch.forEach(pending -> pending.fail(e));
    }
  }

  @Override
  public void close() {
    writing.lock();
    try {
      committer.close();
    } finally {
      writing.unlock();
    }
  }

  /** One append on its way; touched only under the lock once it is in the queue. */
  private static final class Pending {
    private final List<Bytes> entries;
    private final long bytes;
    private @Nullable Receipt receipt;
    private @Nullable Throwable failure;

    Pending(List<Bytes> entries) {
      this.entries = entries;
      this.bytes = entries.stream().mapToLong(entry -> Format.PREFIX + entry.length()).sum();
      boolean small = entries.stream().allMatch(entry -> entry.length() <= Format.MAX_ENTRY);
      if (!small || bytes > Format.MAX_COMMIT - Format.PREFIX - Format.MAX_CHECKPOINT) {
        throw new LedgerException(
            LedgerError.ENTRY_TOO_LARGE,
            "an entry has at most 16 MiB and one append just under 64 MiB; put large files beside"
                + " the ledger and their digest into it");
      }
      if (entries.isEmpty()) {
        throw new IllegalArgumentException("an append needs an entry");
      }
    }

    boolean done() {
      return receipt != null || failure != null;
    }

    void succeed(Receipt given) {
      receipt = given;
    }

    void fail(Throwable why) {
      failure = why;
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
}
