package dev.interlock.ledger;

import dev.interlock.ledger.file.LogFile;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.concurrent.CountDownLatch;
import java.util.random.RandomGenerator;

/** A disk whose operations fail on demand, and which forgets what was not made durable. */
final class FaultyDisk implements LogFile {

  private static final int SECTOR = 64;

  private final Path path;
  private final RandomAccessFile file;
  private byte[] durable;

  /** Counts down with each operation; at 0 the operation fails. Negative: never. */
  int failIn = -1;

  /** How many bytes of a failing append still arrive. */
  int partial;

  /** Fail this and every later operation, not only one. */
  boolean forGood;

  /** Every sync waits for this. */
  CountDownLatch stalled = new CountDownLatch(0);

  String complaint = "No space left on device";

  FaultyDisk(Path path) throws IOException {
    this.path = path;
    this.file = new RandomAccessFile(path.toFile(), "rw");
    this.durable = Files.readAllBytes(path);
  }

  @Override
  public long length() throws IOException {
    return file.length();
  }

  @Override
  public void append(byte[] bytes) throws IOException {
    file.seek(file.length());
    if (fails()) {
      file.write(bytes, 0, Math.min(partial, bytes.length));
      throw new IOException(complaint);
    }
    file.write(bytes);
  }

  @Override
  public void sync() throws IOException {
    waitForDisk();
    if (fails()) {
      throw new IOException(complaint);
    }
    durable = Files.readAllBytes(path);
  }

  @Override
  public void truncate(long length) throws IOException {
    if (fails()) {
      throw new IOException(complaint);
    }
    file.setLength(length);
  }

  /**
   * The power goes: of what was not synced, each sector is there or is zeros, in no order, and the
   * length is anything between.
   */
  void losePower(RandomGenerator random) throws IOException {
    byte[] written = Files.readAllBytes(path);
    if (written.length <= durable.length) {
      Files.write(path, durable);
      return;
    }
    int length = random.nextInt(durable.length, written.length + 1);
    byte[] left = Arrays.copyOf(written, length);
    for (int sector = durable.length / SECTOR * SECTOR; sector < length; sector += SECTOR) {
      if (random.nextBoolean()) {
        Arrays.fill(
            left, Math.max(sector, durable.length), Math.min(sector + SECTOR, length), (byte) 0);
      }
    }
    Files.write(path, left);
  }

  /** As a disk does: without regard to interrupts. */
  private void waitForDisk() {
    boolean interrupted = Thread.interrupted();
    try {
      stalled.await();
    } catch (InterruptedException e) {
      throw new AssertionError("nobody interrupts a stalled writer here", e);
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  private boolean fails() {
    if (failIn < 0) {
      return false;
    }
    if (failIn == 0) {
      failIn = forGood ? 0 : -1;
      return true;
    }
    failIn--;
    return false;
  }

  @Override
  public void close() throws IOException {
    file.close();
  }
}
