package dev.interlock.azure;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a storage account does by itself with the blobs of a container, and what it locks.
 *
 * @param lifecycle rules that are at work; those for blobs with tags, for snapshots and for old
 *     versions are left out
 * @param unclear rules and storage tasks that are at work, and of which nobody here knows all they
 *     do, in words
 * @param lock of the whole container; null when it has none
 * @param legalHold true while nobody may remove anything of the container
 * @param softDelete so long removed blobs can be brought back; zero when they can't
 * @param versions true when old versions of blobs are kept
 */
public record StorageRules(
    List<Lifecycle> lifecycle,
    List<String> unclear,
    @Nullable Lock lock,
    boolean legalHold,
    Duration softDelete,
    boolean versions) {

  public StorageRules {
    lifecycle = List.copyOf(lifecycle);
    unclear = List.copyOf(unclear);
  }

  /**
   * What a rule does.
   *
   * @param name of the rule
   * @param prefixes what the names of its blobs begin with, after that of their container and a
   *     slash; none for all
   * @param archives true when it moves blobs to the archive; false when it deletes them
   * @param age of the blobs
   * @param since what the age is counted from, such as {@code they were last changed}
   */
  public record Lifecycle(
      String name, List<String> prefixes, boolean archives, Duration age, String since) {

    public Lifecycle {
      prefixes = List.copyOf(prefixes);
    }
  }

  /**
   * A policy by which each blob can't be removed before it has an age.
   *
   * @param age since it was made
   * @param locked false while the policy can still be ended
   */
  public record Lock(Duration age, boolean locked) {}
}
