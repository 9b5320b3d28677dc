package dev.interlock.recovery.odoo;

import dev.interlock.recovery.PartProgress;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * Reads files with several threads and compares them with what is known of them. Only a short queue
 * of names is in memory, and a buffer for each thread.
 */
final class FileVerifier implements AutoCloseable {

  private static final int WAITING = 1_024;
  private static final int BUFFER = 256 * 1_024;
  private static final StoredFile END = new StoredFile("", 0, null);

  private final Path filestore;
  private final FileTally tally;
  private final PartProgress progress;
  private final long total;
  private final AtomicLong done = new AtomicLong();
  private final AtomicReference<@Nullable RuntimeException> failed = new AtomicReference<>();
  private final BlockingQueue<StoredFile> waiting = new ArrayBlockingQueue<>(WAITING);
  private final List<Thread> threads = new ArrayList<>();

  FileVerifier(Path filestore, FileTally tally, PartProgress progress, long total) {
    this.filestore = filestore.toAbsolutePath().normalize();
    this.tally = tally;
    this.progress = progress;
    this.total = total;
  }

  FileVerifier start(int count) {
    for (int i = 0; i < count; i++) {
      threads.add(Thread.ofPlatform().daemon().name("files-", i).start(this::work));
    }
    return this;
  }

  /** Waits while the queue is full. */
  void add(StoredFile file) throws InterruptedException {
    waiting.put(file);
  }

  /** Waits until all are read. */
  void finish() throws InterruptedException {
    for (Thread _ : threads) {
      waiting.put(END);
    }
    for (Thread thread : threads) {
      thread.join();
    }
    RuntimeException failure = failed.get();
    if (failure != null) {
      throw failure;
    }
  }

  @Override
  public void close() {
    threads.forEach(Thread::interrupt);
  }

  @SuppressWarnings("ReferenceEquality") // END is a mark, not a file.
  private void work() {
    byte[] buffer = new byte[BUFFER];
    try {
      for (StoredFile file = waiting.take(); file != END; file = waiting.take()) {
        verify(file, buffer);
        tell();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** A listener that fails must not end the reading: then nobody would empty the queue. */
  private void tell() {
    try {
      progress.at(done.incrementAndGet(), total);
    } catch (RuntimeException e) {
      failed.compareAndSet(null, e);
    }
  }

  private void verify(StoredFile file, byte[] buffer) {
    try {
      Path path = filestore.resolve(file.name()).normalize();
      if (file.isElsewhere() || file.sha1() == null || !path.startsWith(filestore)) {
        tally.elsewhere(file.name());
      } else {
        compare(file, path, buffer);
      }
    } catch (NoSuchFileException e) {
      tally.missing(file.name());
    } catch (IOException | RuntimeException e) {
      tally.unreadable(file.name(), e);
    }
  }

  private void compare(StoredFile file, Path path, byte[] buffer) throws IOException {
    BasicFileAttributes is = Files.readAttributes(path, BasicFileAttributes.class);
    if (!is.isRegularFile()) {
      throw new NoSuchFileException(file.name());
    }
    if (file.size() >= 0 && is.size() != file.size()) {
      tally.otherSize(file.name(), is.size(), file.size());
    } else if (!sha1(path, buffer).equals(file.sha1())) {
      tally.otherContent(file.name());
    } else {
      tally.read(is.size());
    }
  }

  private static String sha1(Path path, byte[] buffer) throws IOException {
    MessageDigest digest = Sha1.digest();
    try (InputStream in = Files.newInputStream(path)) {
      for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
        digest.update(buffer, 0, read);
      }
    }
    return HexFormat.of().formatHex(digest.digest());
  }
}
