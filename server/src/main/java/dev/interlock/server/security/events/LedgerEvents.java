package dev.interlock.server.security.events;

import dev.interlock.finding.Fault;
import dev.interlock.usecases.ServerLedger;
import dev.interlock.usecases.ServerLedger.Event;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Appends events to the ledger, one writer behind a bounded queue. What repeats within a batch
 * becomes one entry with a count, so that somebody who knocks a thousand times a second doesn't
 * fill the ledger. When the ledger fails, the writer tries again and the queue fills; then {@link
 * #record} refuses. Nothing is dropped.
 */
public final class LedgerEvents implements SecurityEvents, AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(LedgerEvents.class);
  private static final int ROOM = 4_096;
  private static final Duration PATIENCE = Duration.ofSeconds(2);
  private static final Duration GATHER = Duration.ofMillis(200);
  private static final Duration PAUSE = Duration.ofSeconds(1);

  private final ServerLedger ledger;
  private final BlockingQueue<Item> queue = new ArrayBlockingQueue<>(ROOM);
  private final Thread writer;
  private volatile boolean closing;

  /** What waits in the queue: an event, or somebody who waits for those before. */
  private sealed interface Item {
    record Happened(SecurityEvent event) implements Item {}

    record Waiting(CountDownLatch written) implements Item {}
  }

  /** Writes to this ledger. */
  public LedgerEvents(ServerLedger ledger) {
    this.ledger = ledger;
    this.writer = Thread.ofPlatform().name("security-events").daemon().start(this::write);
  }

  @Override
  public void record(SecurityEvent event) {
    if (closing) {
      throw new EventsBusy();
    }
    put(new Item.Happened(event));
  }

  @Override
  public void flush() {
    CountDownLatch written = new CountDownLatch(1);
    put(new Item.Waiting(written));
    try {
      written.await();
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }

  /** Writes what is left and ends; what a failing ledger doesn't take is reported as lost. */
  @Override
  public void close() {
    closing = true;
    try {
      if (!writer.join(PATIENCE.multipliedBy(5)) || !queue.isEmpty()) {
        LOG.error("{} events of sign-in and access were not recorded", queue.size());
      }
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }

  private void put(Item item) {
    try {
      if (!queue.offer(item, PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
        throw new EventsBusy();
      }
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      throw new EventsBusy();
    }
  }

  private void write() {
    try {
      while (!closing || !queue.isEmpty()) {
        Item first = queue.poll(GATHER.toMillis(), TimeUnit.MILLISECONDS);
        if (first != null) {
          write(batch(first));
        }
      }
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }

  private List<Item> batch(Item first) throws InterruptedException {
    List<Item> batch = new ArrayList<>();
    batch.add(first);
    if (!closing && first instanceof Item.Happened) {
      Thread.sleep(GATHER);
    }
    queue.drainTo(batch);
    return batch;
  }

  private void write(List<Item> batch) throws InterruptedException {
    List<Event> entries = entries(batch);
    while (!entries.isEmpty() && !append(entries)) {
      if (closing) {
        LOG.error("{} events of sign-in and access were not recorded", entries.size());
        break;
      }
      Thread.sleep(PAUSE);
    }
    for (Item item : batch) {
      if (item instanceof Item.Waiting(CountDownLatch written)) {
        written.countDown();
      }
    }
  }

  private boolean append(List<Event> entries) {
    try {
      ledger.append(entries);
      return true;
    } catch (Fault e) {
      LOG.error(
          "the ledger does not take events, trying again: {}", String.valueOf(e.getMessage()));
      return false;
    }
  }

  private List<Event> entries(List<Item> batch) {
    Map<SecurityEvent, List<Instant>> same = new LinkedHashMap<>();
    for (Item item : batch) {
      if (item instanceof Item.Happened(SecurityEvent event)) {
        same.computeIfAbsent(event.withAt(Instant.EPOCH), _ -> new ArrayList<>()).add(event.at());
      }
    }
    List<Event> entries = new ArrayList<>();
    same.forEach((event, times) -> {
      SecurityEvent first = event.withAt(times.getFirst());
      entries.add(EventStatement.of(first, times.size(), times.getLast()));
    });
    return entries;
  }
}
