package dev.interlock.recovery.drill;

import dev.interlock.finding.Fault;
import dev.interlock.recovery.BackupStore;
import dev.interlock.recovery.RecoveryCode;
import dev.interlock.recovery.RecoveryProgress;
import dev.interlock.recovery.StoreLayout;
import dev.interlock.recovery.backup.AttachmentFiles;
import dev.interlock.recovery.filestore.CopyFilestore;
import dev.interlock.recovery.filestore.FileList;
import dev.interlock.recovery.filestore.RestoreFilestore;
import dev.interlock.recovery.filestore.RestoredFiles;
import dev.interlock.recovery.postgres.PostgresAddress;
import dev.interlock.recovery.postgres.Sessions;
import dev.interlock.recovery.postgres.drill.DrillFolder;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;

/**
 * Brings back the files that a database speaks of at the moment that was brought back, whichever
 * backup brought them into the store.
 *
 * @param store is open: what it gives is no longer sealed
 * @param folder of the drill
 */
record FilesOfMoment(BackupStore store, DrillFolder folder, RecoveryProgress progress) {

  RestoredFiles of(PostgresAddress database) {
    return restore(FileList.at(listed(database)), database.database());
  }

  private Path listed(PostgresAddress database) {
    try {
      return list(database);
    } catch (Fault e) {
      throw PlaceOfDrill.blamed(e, database, new ServerLog(folder.log()));
    }
  }

  private Path list(PostgresAddress database) {
    Path list = folder.path().resolve(StoreLayout.FILE_LIST);
    try (Connection connection = Sessions.connect(database);
        OutputStream out = Files.newOutputStream(list)) {
      connection.setAutoCommit(false);
      AttachmentFiles.list(connection, out);
      return list;
    } catch (IOException e) {
      throw PlaceOfDrill.failed("cannot write " + list + ": " + e.getMessage(), e);
    } catch (SQLException e) {
      throw new Fault(
          RecoveryCode.RESTORE_FAILED.code(),
          "the attachments can't be listed: " + e.getMessage(),
          e);
    }
  }

  private RestoredFiles restore(FileList list, String database) {
    try {
      return new RestoreFilestore(
              store, CopyFilestore.THREADS, (done, all) -> progress.at(done.bytes(), all.bytes()))
          .restore(list, folder.path().resolve("filestore"), database);
    } catch (Fault e) {
      throw PlaceOfDrill.blamed(e);
    }
  }
}
