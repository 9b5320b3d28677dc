package dev.interlock.recovery.canary;

import dev.interlock.evidence.Backup;
import dev.interlock.evidence.Backup.Canary;
import dev.interlock.evidence.Drill.Checked;
import dev.interlock.recovery.RestoreCheck;
import dev.interlock.recovery.RestoredOdoo;
import dev.interlock.recovery.query.Session;
import dev.interlock.recovery.query.Tally;
import dev.interlock.recovery.store.Sha256;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;

/**
 * The row and the file that were planted before the backup came back, both as they were. What the
 * canary holds was noted when it was planted, not when the database was copied: a copy of an older
 * moment, or of another database, does not have it.
 */
public final class CanaryCameBack implements RestoreCheck {

  private final Canary canary;
  private final Instant point;

  private CanaryCameBack(Canary canary, Instant point) {
    this.canary = canary;
    this.point = point;
  }

  /** The check; none for a backup that no canary was planted for. */
  public static List<RestoreCheck> of(Backup backup) {
    Canary canary = backup.canary();
    return canary == null ? List.of() : List.of(new CanaryCameBack(canary, backup.point()));
  }

  @Override
  public String name() {
    return "business/canary";
  }

  @Override
  public Checked verify(RestoredOdoo restored) throws SQLException {
    List<Instant> planted = new ArrayList<>();
    List<String> files = new ArrayList<>();
    try (Session session = Session.open(restored.database())) {
      session.require("ir_attachment");
      session.each(
          "select create_date, store_fname from ir_attachment where id = ? and name = ?",
          row -> {
            LocalDateTime at = row.getObject(1, LocalDateTime.class);
            planted.add(at == null ? Instant.MIN : at.toInstant(ZoneOffset.UTC));
            files.add(String.valueOf(row.getString(2)));
          },
          canary.attachment(),
          PlantCanary.NAME);
    }
    Tally tally =
        new Tally(name())
            .count("rows", planted.size())
            .count("age-seconds", Duration.between(canary.planted(), point).toSeconds())
            .wrongWhen(
                planted.isEmpty(), "the row that was planted " + canary.planted() + " is gone")
            .wrongWhen(
                !planted.isEmpty() && !planted.equals(List.of(canary.planted())),
                "the row is of another moment than the planted one")
            .wrongWhen(
                !planted.isEmpty() && !files.equals(List.of(canary.file())),
                "the row names another file than the planted one");
    return file(restored, tally)
        .otherwise("row and file planted " + canary.planted() + " came back");
  }

  private Tally file(RestoredOdoo restored, Tally tally) {
    Path folder = restored.filestore();
    if (folder == null) {
      return tally.wrongWhen(true, "no folder of files was restored, so its file is gone");
    }
    Path file = folder.resolve(canary.file()).normalize();
    if (!file.startsWith(folder.normalize())
        || !Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
      return tally.wrongWhen(true, "its file " + canary.file() + " is gone");
    }
    try (InputStream in = Files.newInputStream(file)) {
      Sha256 sha = new Sha256();
      sha.updateAll(in);
      return tally.wrongWhen(
          !sha.text().equals(canary.digest()), "its file holds something else than was planted");
    } catch (IOException e) {
      return tally.unknownWhen(true, "its file can't be read: " + e);
    }
  }
}
