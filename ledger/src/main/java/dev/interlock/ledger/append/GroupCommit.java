package dev.interlock.ledger.append;

import dev.interlock.ledger.BatchWatch;
import dev.interlock.ledger.Bytes;
import dev.interlock.ledger.Ledger.Receipt;
import dev.interlock.ledger.SignedCheckpoint;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/**
 * Lets appends of many threads share a batch. One of the waiting threads leads: it writes
 * everything that waits, then hands the lead to the next that came meanwhile. Nobody has to queue
 * for a lock only to learn that another thread did its work; that would tear the batches apart.
 */
public final class GroupCommit implements AutoCloseable {

  private final BatchWriter writer;
  private final BatchWatch watch;
  private final Object committing = new Object();
  private final Deque<PendingAppend> waiting = new ArrayDeque<>();
  private boolean led;

  /** Appends through a writer, which this closes with itself. */
  public GroupCommit(BatchWriter writer) {
    this(writer, BatchWatch.NONE);
  }

  /** The same, with somebody who watches each batch. */
  public GroupCommit(BatchWriter writer, BatchWatch watch) {
    this.writer = writer;
    this.watch = watch;
  }

  /** Appends entries durably; waits for its turn. */
  public Receipt append(List<Bytes> entries) {
    PendingAppend own = new PendingAppend(entries);
    if (enqueue(own) || own.awaitLead()) {
      while (!own.done()) {
        write(nextBatch());
      }
      handOver();
    }
    return own.result();
  }

  /** True when the caller leads. */
  private boolean enqueue(PendingAppend append) {
    synchronized (waiting) {
      waiting.add(append);
      boolean lead = !led;
      led = true;
      return lead;
    }
  }

  private void handOver() {
    synchronized (waiting) {
      if (waiting.isEmpty()) {
        led = false;
      } else {
        waiting.getFirst().lead();
      }
    }
  }

  private List<PendingAppend> nextBatch() {
    synchronized (waiting) {
      List<PendingAppend> batch = new ArrayList<>();
      long bytes = 0;
      while (!waiting.isEmpty() && bytes + waiting.getFirst().bytes() <= Limits.MAX_BATCH) {
        bytes += waiting.getFirst().bytes();
        batch.add(waiting.removeFirst());
      }
      return batch;
    }
  }

  private void write(List<PendingAppend> batch) {
    synchronized (committing) {
      try {
        List<Bytes> entries = new ArrayList<>();
        batch.forEach(append -> entries.addAll(append.entries()));
        SignedCheckpoint checkpoint = watch.around(entries.size(), () -> writer.commit(entries));
        long first = checkpoint.checkpoint().size() - entries.size();
        for (PendingAppend append : batch) {
          int count = append.entries().size();
          append.succeed(new Receipt(first, count, checkpoint));
          first += count;
        }
      } catch (RuntimeException | Error e) {
        batch.forEach(append -> append.fail(e));
      }
    }
  }

  @Override
  public void close() {
    synchronized (committing) {
      writer.close();
    }
  }
}
