package dev.interlock.estate;

import dev.interlock.document.Doc;
import java.time.Duration;
import java.util.List;
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
        @Nullable Duration immutableFor,
    @Doc("Which copies are kept longer than all the others, and who must agree to a removal.")
        @Nullable Retention retention,
    @Doc(
            value =
                "Extensions of PostgreSQL that a restored database may have, besides those that"
                    + " Odoo uses; those that the backup recorded when absent.",
            example = "[postgis, vector]")
        @Nullable List<String> extensions)
    implements Spec {

  /** A plan that says nothing about extensions. */
  public BackupPlan(
      String displayName,
      Method method,
      Duration every,
      Duration keep,
      String target,
      @Nullable String targetRegion,
      @Nullable String encryptedWith,
      @Nullable Duration immutableFor,
      @Nullable Retention retention) {
    this(
        displayName,
        method,
        every,
        keep,
        target,
        targetRegion,
        encryptedWith,
        immutableFor,
        retention,
        null);
  }

  /** A plan by which all copies are kept for the same time. */
  public BackupPlan(
      String displayName,
      Method method,
      Duration every,
      Duration keep,
      String target,
      @Nullable String targetRegion,
      @Nullable String encryptedWith,
      @Nullable Duration immutableFor) {
    this(displayName, method, every, keep, target, targetRegion, encryptedWith, immutableFor, null);
  }

  /** Which copies are kept longer than all the others. */
  @Doc(
      "Which copies are kept longer than all the others: the last good one of a day, week, month or"
          + " year, which begin and end in the organisation's time zone.")
  public record Retention(
      @Doc(value = "Of so many days the last copy is kept.", example = "14")
          @Nullable Integer daily,
      @Doc(value = "Of so many weeks, from Monday to Sunday.", example = "8")
          @Nullable Integer weekly,
      @Doc(value = "Of so many months.", example = "12") @Nullable Integer monthly,
      @Doc(value = "Of so many years.", example = "10") @Nullable Integer yearly,
      @Doc("A second person must agree to every removal, not only to early ones.")
          boolean approveRemovals) {}

  /** How a copy is made. */
  public enum Method {
    PG_DUMP,
    BASE_BACKUP_AND_WAL,
    PGBACKREST,
    BARMAN,
    CLOUDNATIVE_PG,
    AZURE_POINT_IN_TIME,
    FILE_COPY,
    BLOB_VERSIONING,
    SNAPSHOT,
    REDIS_RDB,
    REDIS_AOF,
    GIT
  }
}
