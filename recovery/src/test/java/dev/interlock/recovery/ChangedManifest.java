package dev.interlock.recovery;

import dev.interlock.evidence.Backup;
import dev.interlock.evidence.Backup.Content;
import dev.interlock.evidence.Backup.Log;
import dev.interlock.evidence.Backup.Mark;
import dev.interlock.evidence.Backup.Part;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What a backup tells of itself as somebody leaves it who has the key that signs. */
record ChangedManifest(Backup backup) {

  /** Made at other times. */
  Backup at(Instant begun, Instant point, Instant at) {
    return with(begun, point, at, backup.database(), backup.parts(), backup.log());
  }

  /** With another log and other parts. */
  Backup with(@Nullable Log log, List<Part> parts) {
    return with(backup.begun(), backup.point(), backup.at(), backup.database(), parts, log);
  }

  /** Of a database of another name. */
  Backup ofDatabase(String name) {
    Content was = Objects.requireNonNull(backup.database());
    Content now = new Content(name, was.server(), was.extensions(), was.tables(), was.checksums());
    return with(backup.begun(), backup.point(), backup.at(), now, backup.parts(), backup.log());
  }

  /** With rows that were counted at another mark of the log. */
  Backup countedAt(String name) {
    Log was = Objects.requireNonNull(backup.log());
    Mark mark = Objects.requireNonNull(was.counted());
    Log now =
        new Log(
            was.system(),
            was.segmentBytes(),
            was.first(),
            was.last(),
            was.newest(),
            was.branches(),
            new Mark(
                name, mark.place(), mark.at(), mark.visible(), mark.reader(), mark.settings()));
    return with(now, backup.parts());
  }

  private Backup with(
      Instant begun,
      Instant point,
      Instant at,
      @Nullable Content database,
      List<Part> parts,
      @Nullable Log log) {
    return new Backup(
        backup.environment(),
        backup.backup(),
        backup.method(),
        begun,
        point,
        database,
        backup.filestore(),
        parts,
        backup.sealedWith(),
        backup.canary(),
        log,
        backup.surroundings(),
        at);
  }
}
