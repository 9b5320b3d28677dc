package dev.interlock.recovery.log;

import static java.util.Objects.requireNonNull;

import dev.interlock.evidence.Backup;
import dev.interlock.evidence.Backup.Part;
import dev.interlock.finding.Fault;
import dev.interlock.recovery.BackupStore;
import dev.interlock.recovery.RecoveryCode;
import dev.interlock.recovery.postgres.physical.WalScan;
import dev.interlock.recovery.postgres.physical.WalSegment;
import dev.interlock.recovery.store.BlockInputStream;
import dev.interlock.recovery.store.SealedStore;
import dev.interlock.recovery.store.Sha256;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Brings a log out of a store into a folder, file after file, and reads every record of it on the
 * way. It stops after the file in which a recovery to the target stops.
 */
public final class FetchLog implements LogFetch {

  private final BackupStore opened;
  private final StoredLog stored;
  private final Path folder;
  private final WalScan scan;
  private final List<String> wrong = new ArrayList<>();
  private int files;

  /**
   * Fetches nothing yet.
   *
   * @param opened a store that gives what is no longer sealed
   * @param folder is there, and empty
   * @param target the moment to stop at; null for the end of the log
   */
  public FetchLog(BackupStore opened, StoredLog stored, Path folder, @Nullable Instant target) {
    this.opened = opened;
    this.stored = stored;
    this.folder = folder;
    this.scan = new WalScan(target);
  }

  @Override
  public List<String> wrong() {
    return List.copyOf(wrong);
  }

  @Override
  public int files() {
    return files;
  }

  @Override
  public WalScan scan() {
    return scan;
  }

  /**
   * Fetches the histories of timelines.
   *
   * @throws Fault STORE_FAILED when the store fails, PLACE_FAILED when the folder can't be written
   */
  @Override
  public void histories() {
    for (String name : stored.histories()) {
      fetch(name, in -> Files.write(folder.resolve(name), in.readAllBytes()));
    }
  }

  @Override
  public boolean segment(WalSegment name) {
    String system = requireNonNull(record(name.name()).log()).system();
    fetch(name.name(), in -> copy(in, name, system));
    files++;
    return wrong.isEmpty() && !scan.passed();
  }

  private void copy(InputStream in, WalSegment name, String system) throws IOException {
    try (var out = Files.newOutputStream(folder.resolve(name.name()))) {
      scan.read(name, system, new Copying(in, out::write));
    }
  }

  private interface Reading {
    void read(InputStream in) throws IOException;
  }

  /** What is sealed can't be changed unseen; of what is not, the digest is compared. */
  private void fetch(String name, Reading reading) {
    Backup record = record(name);
    Part part = record.parts().getFirst();
    Sha256 digest = new Sha256();
    if (record.sealedWith() != null && !(opened instanceof SealedStore)) {
      wrong.add(name + " is sealed, and no key was given");
      return;
    }
    try (InputStream in = new Stored(opened.open(part.name()))) {
      reading.read(new Copying(in, digest::update));
      if (record.sealedWith() == null && !digest.text().equals(part.digest())) {
        wrong.add(name + " is not what was stored: other content");
      }
    } catch (WalScan.Damaged e) {
      wrong.add(name + " " + e.getMessage());
    } catch (Unread e) {
      wrong.add(name + " can't be read: " + e.getMessage());
    } catch (IOException e) {
      throw new Fault(
          RecoveryCode.PLACE_FAILED.code(),
          "cannot fetch " + part.name() + " to " + folder + ": " + e.getMessage(),
          e);
    } catch (Fault e) {
      if (!RecoveryCode.isOfBackup(e)) {
        throw e;
      }
      wrong.add(String.valueOf(e.getMessage()));
    }
  }

  private Backup record(String name) {
    return requireNonNull(stored.records().get(name));
  }

  /** What the disk of a store does not give back. */
  private static final class Unread extends IOException {

    private static final long serialVersionUID = 1L;

    Unread(IOException cause) {
      super(cause.getMessage(), cause);
    }
  }

  /** Tells that reading failed from that writing did. */
  private static final class Stored extends BlockInputStream {

    Stored(InputStream in) {
      super(in);
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws Unread {
      try {
        return super.read(buffer, offset, length);
      } catch (IOException e) {
        throw new Unread(e);
      }
    }
  }

  /** Who sees what is read. */
  private interface Seeing {
    void see(byte[] buffer, int offset, int length) throws IOException;
  }

  /** Shows what it reads to somebody else. */
  private static final class Copying extends BlockInputStream {

    private final Seeing seeing;

    Copying(InputStream in, Seeing seeing) {
      super(in);
      this.seeing = seeing;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
      int n = super.read(buffer, offset, length);
      if (n > 0) {
        seeing.see(buffer, offset, n);
      }
      return n;
    }
  }
}
