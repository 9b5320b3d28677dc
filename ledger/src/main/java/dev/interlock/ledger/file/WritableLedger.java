package dev.interlock.ledger.file;

import dev.interlock.ledger.Bytes;
import dev.interlock.ledger.Ledger.Receipt;
import dev.interlock.ledger.LedgerError;
import dev.interlock.ledger.LedgerException;
import dev.interlock.ledger.Recovery;
import dev.interlock.ledger.VerificationKey;
import dev.interlock.ledger.append.GroupCommit;
import dev.interlock.ledger.append.Signer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;

/** A ledger file under its lock: created when absent, repaired at the tail where need be. */
public final class WritableLedger implements AutoCloseable {

  /** How the file under the ledger is opened. */
  public interface Disk {
    /** Opens a file that exists. */
    LogFile open(Path file) throws IOException;
  }

  private final LedgerLock lock;
  private final Store store;
  private final GroupCommit appends;
  private final Recovery recovery;

  private WritableLedger(LedgerLock lock, Store store, GroupCommit appends, Recovery recovery) {
    this.lock = lock;
    this.store = store;
    this.appends = appends;
    this.recovery = recovery;
  }

  /** Opens a ledger on a real disk. */
  public static WritableLedger open(Path file, Signer signer, Collection<VerificationKey> keys) {
    return open(file, signer, keys, DiskLogFile::new);
  }

  /** Opens a ledger on a disk of the caller's making. */
  public static WritableLedger open(
      Path file, Signer signer, Collection<VerificationKey> keys, Disk disk) {
    RegularFile.require(file);
    Path real = Directories.real(file);
    LedgerLock lock = LedgerLock.take(real);
    try {
      return open(real, signer, keys, disk, lock);
    } catch (IOException e) {
      lock.close();
      throw StorageErrors.of(file, "open", e);
    } catch (RuntimeException | Error e) {
      lock.close();
      throw e;
    }
  }

  private static WritableLedger open(
      Path file, Signer signer, Collection<VerificationKey> keys, Disk disk, LedgerLock lock)
      throws IOException {
    if (!Files.exists(file)) {
      NewFile.ledger(file, signer);
    }
    Loaded loaded = Image.load(file, keys);
    if (!loaded.extent().origin().equals(signer.origin())) {
      throw new LedgerException(
          LedgerError.WRONG_KEY,
          file + ": this is the ledger " + loaded.extent().origin() + ", not " + signer.origin());
    }
    LogFile log = disk.open(file);
    Store store = new Store(file, loaded);
    try {
      List<Uncovered> own = loaded.own(new Seals(signer.key()));
      Recovery recovery = Tails.putRight(file, log, loaded, own.size());
      Committer committer = new Committer(file, log, signer, store, loaded.compactTree());
      if (!own.isEmpty()) {
        committer.adopt(own);
      }
      return new WritableLedger(lock, store, new GroupCommit(committer), recovery);
    } catch (IOException | RuntimeException | Error e) {
      store.close();
      log.close();
      throw e;
    }
  }

  /** The readable part. */
  public Store store() {
    return store;
  }

  /** What opening had to put right. */
  public Recovery recovery() {
    return recovery;
  }

  /** Appends entries durably. */
  public Receipt append(List<Bytes> entries) {
    return appends.append(entries);
  }

  @Override
  public void close() {
    try (lock;
        store) {
      appends.close();
    }
  }
}
