package dev.interlock.recovery.store;

import dev.interlock.finding.Fault;
import dev.interlock.recovery.BackupStore;
import dev.interlock.recovery.RecoveryCode;
import java.io.IOException;
import java.io.InputStream;
import java.util.function.UnaryOperator;

/** A store in which reading some objects goes wrong. */
public final class BrokenStore extends ForwardingStore {

  private final String ending;
  private final UnaryOperator<InputStream> reading;

  private BrokenStore(BackupStore store, String ending, UnaryOperator<InputStream> reading) {
    super(store);
    this.ending = ending;
    this.reading = reading;
  }

  /** It breaks off, as a service does, where names end so. */
  public static BackupStore breaking(BackupStore store, String ending) {
    return new BrokenStore(store, ending, BrokenStore::breaksOff);
  }

  /** The disk has a bad sector where names end so. */
  public static BackupStore unreadable(BackupStore store, String ending) {
    return new BrokenStore(store, ending, BrokenStore::badSector);
  }

  /** Objects whose names end so were moved to an archive. */
  public static BackupStore archived(BackupStore store, String ending) {
    return new BrokenStore(
        store,
        ending,
        _ -> {
          throw StoreFaults.archived(store.place(), ending, "patience");
        });
  }

  @Override
  public InputStream open(String name) {
    InputStream content = super.open(name);
    return name.endsWith(ending) ? reading.apply(content) : content;
  }

  private static InputStream breaksOff(InputStream content) {
    return new BlockInputStream(content) {
      @Override
      public int read(byte[] block, int from, int length) {
        throw new Fault(RecoveryCode.STORE_FAILED.code(), "S3 answers 503");
      }
    };
  }

  private static InputStream badSector(InputStream content) {
    return new BlockInputStream(content) {
      @Override
      public int read(byte[] block, int from, int length) throws IOException {
        throw new IOException("Input/output error");
      }
    };
  }
}
