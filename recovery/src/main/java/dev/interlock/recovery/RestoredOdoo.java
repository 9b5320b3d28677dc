package dev.interlock.recovery;

import dev.interlock.evidence.Backup;
import java.nio.file.Path;
import java.util.List;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * A restored system, as checks see it. Nobody else uses it; checks leave it as they found it.
 *
 * @param database connections as the owner of the restored database
 * @param filestore folder with the files, each at {@code xx/SHA-1}; null when none was restored
 * @param backup what was noted when the backup was made; null when nothing was
 */
public record RestoredOdoo(DataSource database, @Nullable Path filestore, @Nullable Backup backup) {

  /** What its tables held when it was backed up; empty where nobody counted. */
  public List<Backup.Table> counted() {
    return backup == null || backup.database() == null ? List.of() : backup.database().tables();
  }
}
