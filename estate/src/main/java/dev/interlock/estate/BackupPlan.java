package dev.interlock.estate;

import dev.interlock.document.Doc;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** What is backed up, how often, how long it is kept, and where. */
@Doc("What is backed up, how often, how long it is kept, and where.")
public record BackupPlan(
    @Doc("Name as people know it.") String displayName,
    @Doc("How the copy is made.") Method method,
    @Doc(value = "The longest time between two points one can go back to.", example = "PT5M")
        Duration every,
    @Doc(value = "How long copies are kept.", example = "P35D") Duration keep,
    @Doc("Where copies go.") String target,
    @Doc("Region of the target; must differ from the source's for disaster recovery.")
        @Nullable String targetRegion,
    @Doc("Name of the key copies are encrypted with; never the key itself.")
        @Nullable String encryptedWith,
    @Doc(value = "How long nobody can delete a copy.", example = "P14D")
        @Nullable Duration immutableFor)
    implements Spec {

  /** How a copy is made. */
  public enum Method {
    PG_DUMP,
    BASE_BACKUP_AND_WAL,
    PGBACKREST,
    BARMAN,
    AZURE_POINT_IN_TIME,
    FILE_COPY,
    BLOB_VERSIONING,
    SNAPSHOT,
    REDIS_RDB,
    REDIS_AOF,
    GIT
  }
}
