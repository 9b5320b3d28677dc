package dev.interlock.recovery.retention;

import dev.interlock.recovery.StoreLayout;

/** Which backup. */
public record BackupId(String environment, String name) implements Comparable<BackupId> {

  /** What the names of all its parts begin with. */
  public String prefix() {
    return StoreLayout.BACKUPS + environment + "/" + name + "/";
  }

  @Override
  public int compareTo(BackupId other) {
    return prefix().compareTo(other.prefix());
  }

  @Override
  public String toString() {
    return environment + "/" + name;
  }
}
