package dev.interlock.recovery;

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
