package dev.interlock.azure.postgres;

import com.azure.resourcemanager.postgresqlflexibleserver.models.Backup;
import com.azure.resourcemanager.postgresqlflexibleserver.models.GeoRedundantBackupEnum;
import com.azure.resourcemanager.postgresqlflexibleserver.models.Server;
import dev.interlock.azure.FlexibleServer;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A server as Azure tells it, in our words; what Azure leaves out is not made up. */
public final class ServerWords {

  private ServerWords() {}

  /** The server. */
  public static FlexibleServer of(Server server) {
    Backup backup = server.backup();
    return new FlexibleServer(
        server.id(),
        server.location(),
        server.fullyQualifiedDomainName(),
        Objects.toString(server.version(), ""),
        Objects.toString(server.state(), ""),
        retentionDays(backup),
        backup != null && GeoRedundantBackupEnum.ENABLED.equals(backup.geoRedundantBackup()),
        earliest(backup),
        server.tags() == null ? Map.of() : server.tags());
  }

  private static int retentionDays(@Nullable Backup backup) {
    Integer days = backup == null ? null : backup.backupRetentionDays();
    return days == null ? 0 : days;
  }

  private static @Nullable Instant earliest(@Nullable Backup backup) {
    OffsetDateTime date = backup == null ? null : backup.earliestRestoreDate();
    return date == null ? null : date.toInstant();
  }
}
