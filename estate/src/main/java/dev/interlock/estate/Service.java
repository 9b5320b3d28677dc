package dev.interlock.estate;

import dev.interlock.document.Doc;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A part of the system: Odoo itself or something it stands on. */
@Doc("A part of the system: Odoo itself or something it stands on.")
public record Service(
    @Doc("Name as people know it.") String displayName,
    @Doc("What it is.") ServiceType type,
    @Doc("Services it cannot work without.") @Ref(Kind.SERVICE) List<String> dependsOn,
    @Doc("Team that answers for it.") @Ref({Kind.TEAM, Kind.PERSON}) @Nullable String owner,
    @Doc("How sensitive its data is.") @Nullable Classification dataClassification,
    @Doc("Regions its data may be kept in; any allowed region when empty.") List<String> residency,
    @Doc("How it is backed up; none when it holds nothing that must come back.")
        @Ref(Kind.BACKUP_PLAN)
        @Nullable String backupPlan,
    @Doc("Version that runs.") @Nullable String version,
    @Doc("What a Redis is there for, which says whether it is saved; for a Redis only.")
        @Nullable Role role)
    implements Spec {

  /** A service whose type says what it is there for. */
  public Service(
      String displayName,
      ServiceType type,
      List<String> dependsOn,
      @Nullable String owner,
      @Nullable Classification dataClassification,
      List<String> residency,
      @Nullable String backupPlan,
      @Nullable String version) {
    this(
        displayName,
        type,
        dependsOn,
        owner,
        dataClassification,
        residency,
        backupPlan,
        version,
        null);
  }

  /** What a Redis is there for. */
  public enum Role {
    /** What it holds can be computed again at any time: nothing of it is saved. */
    CACHE,
    /** Who is signed in: losing it signs everybody out. */
    SESSIONS,
    /** Work that waits to be done: losing it loses that work. */
    QUEUE,
    /** Data that is nowhere else. */
    STORE;

    /** True when losing it loses something. */
    public boolean isSaved() {
      return this != CACHE;
    }
  }

  /** What a service is. */
  public enum ServiceType {
    ODOO,
    POSTGRESQL,
    REDIS,
    TRAEFIK,
    FILESTORE,
    OBJECT_STORAGE,
    IDENTITY,
    DNS,
    CERTIFICATES,
    PLANT_LINK,
    INTEGRATION,
    MAIL,
    MONITORING,
    OTHER;

    /** True when losing it loses data by itself: databases and files. */
    public boolean isStore() {
      return this == POSTGRESQL || this == FILESTORE || this == OBJECT_STORAGE;
    }

    /** True when it may hold work of the business, not only configuration. */
    public boolean holdsWork() {
      return switch (this) {
        case ODOO, POSTGRESQL, REDIS, FILESTORE, OBJECT_STORAGE, INTEGRATION, MAIL, OTHER -> true;
        case TRAEFIK, IDENTITY, DNS, CERTIFICATES, PLANT_LINK, MONITORING -> false;
      };
    }
  }

  /** How sensitive data is, least first. */
  public enum Classification {
    PUBLIC,
    INTERNAL,
    CONFIDENTIAL,
    RESTRICTED
  }
}
