package dev.interlock.recovery.backup;

import dev.interlock.evidence.Backup.Part;
import dev.interlock.recovery.RecoveryProgress;
import dev.interlock.recovery.TakeBackup;
import dev.interlock.recovery.postgres.DumpDatabase;
import dev.interlock.recovery.postgres.PostgresTools;
import dev.interlock.recovery.postgres.Snapshot;
import dev.interlock.recovery.store.WrittenStream;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;

/** A dump in custom format, which goes into the store as it is made and needs no room elsewhere. */
public final class StreamedDump implements SavedDump {

  private final PartWriter parts;
  private final RecoveryProgress progress;

  /** Stores one part. */
  public StreamedDump(PartWriter parts, RecoveryProgress progress) {
    this.parts = parts;
    this.progress = progress;
  }

  @Override
  public void take(Snapshot snapshot) throws IOException {
    DumpDatabase dump = new DumpDatabase(PostgresTools.here(), snapshot);
    AtomicLong written = new AtomicLong();
    parts.put(
        TakeBackup.DUMP,
        new WrittenStream(
            out -> dump.to(new CountedOutput(out, n -> progress.at(written.addAndGet(n), 0)))));
  }

  @Override
  public List<Part> store() {
    return parts.parts();
  }

  @Override
  public void close() {}
}
