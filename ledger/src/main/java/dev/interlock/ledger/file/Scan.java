package dev.interlock.ledger.file;

import dev.interlock.ledger.merkle.Hasher;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;

/**
 * Reads a ledger file from its beginning: one thread reads and checks frames, the others hash and
 * check their content, the results come back in the order of the file. At most a few megabytes are
 * in flight, whatever the length of the file.
 */
public final class Scan {

  /** What is done to a frame on any thread; must not depend on other frames. */
  interface Check {
    /** Examines one frame. */
    Checked check(Frame frame, Hasher hasher);
  }

  /** What is done with the results, in the order of the file, on the calling thread. */
  interface Sink {
    /** Takes one result; false ends the scan. */
    boolean take(Checked checked);
  }

  private static final int GROUP_BYTES = 1 << 20;
  private static final int GROUP_FRAMES = 2048;

  /** A file up to this length is not worth starting threads for. */
  private static final long SMALL = 4 << 20;

  private final FrameReader reader;
  private final Check check;
  private final LongConsumer progress;

  private Scan(FrameReader reader, Check check, LongConsumer progress) {
    this.reader = reader;
    this.check = check;
    this.progress = progress;
  }

  /** Scans a file; the result says how far its frames are whole. */
  static Extent run(Path file, Patience patience, Check check, Sink sink, LongConsumer progress) {
    try (FrameReader reader = new FrameReader(file, patience)) {
      Scan scan = new Scan(reader, check, progress);
      if (reader.length() <= SMALL) {
        scan.run(Runnable::run, 1, sink);
      } else {
        scan.runParallel(sink);
      }
      return new Extent(reader.origin(), reader.offset(), reader.length(), reader.problem());
    }
  }

  private void runParallel(Sink sink) {
    int threads = Math.max(2, Runtime.getRuntime().availableProcessors());
    try (ExecutorService pool = Executors.newFixedThreadPool(threads)) {
      run(pool, 2 * threads, sink);
    }
  }

  private void run(Executor executor, int depth, Sink sink) {
    Deque<CompletableFuture<List<Checked>>> inFlight = new ArrayDeque<>();
    List<Frame> group = nextGroup();
    while (!group.isEmpty() || !inFlight.isEmpty()) {
      if (!group.isEmpty()) {
        List<Frame> frames = group;
        inFlight.add(CompletableFuture.supplyAsync(() -> checkAll(frames), executor));
        group = nextGroup();
      }
      if (group.isEmpty() || inFlight.size() == depth) {
        if (!deliver(inFlight.remove(), sink)) {
          return;
        }
      }
    }
    progress.accept(reader.offset());
  }

  private boolean deliver(CompletableFuture<List<Checked>> group, Sink sink) {
    List<Checked> results = join(group);
    for (Checked checked : results) {
      if (!sink.take(checked)) {
        return false;
      }
    }
    progress.accept(results.getLast().frame().end());
    return true;
  }

  private static List<Checked> join(CompletableFuture<List<Checked>> group) {
    try {
      return group.join();
    } catch (CompletionException e) {
      throw e.getCause() instanceof RuntimeException cause ? cause : e;
    }
  }

  private List<Checked> checkAll(List<Frame> frames) {
    Hasher hasher = new Hasher();
    List<Checked> results = new ArrayList<>(frames.size());
    for (Frame frame : frames) {
      results.add(check.check(frame, hasher));
    }
    return results;
  }

  private List<Frame> nextGroup() {
    List<Frame> group = new ArrayList<>();
    int bytes = 0;
    while (bytes < GROUP_BYTES && group.size() < GROUP_FRAMES) {
      @Nullable Frame frame = reader.next();
      if (frame == null) {
        break;
      }
      group.add(frame);
      bytes += frame.content().length;
    }
    return group;
  }
}
