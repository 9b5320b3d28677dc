package dev.interlock.usecases;

import dev.interlock.recovery.BackupStore;
import dev.interlock.recovery.StoredBackup;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A store that is no folder: a bucket of S3, or a container of Azure Blob Storage.
 *
 * @param text such as {@code s3://bucket/prefix} or {@code
 *     https://account.blob.core.windows.net/backups}
 */
public record StoreAddress(String text) {

  /** A path has one slash where an address has two. */
  private static final Pattern ADDRESS = Pattern.compile("(s3|https?):/+(.+)");

  /** What is named where a folder can be named too; empty when it is a folder. */
  public static Optional<StoreAddress> of(Path place) {
    Matcher matcher = ADDRESS.matcher(place.toString());
    return matcher.matches()
        ? Optional.of(new StoreAddress(matcher.group(1) + "://" + matcher.group(2)))
        : Optional.empty();
  }

  BackupStore open(InstantSource clock) {
    return isBucket() ? StoredBackup.bucket(text, clock) : StoredBackup.container(text, clock);
  }

  BackupStore create(InstantSource clock) {
    return isBucket()
        ? StoredBackup.newBucket(text, clock)
        : StoredBackup.newContainer(text, clock);
  }

  private boolean isBucket() {
    return text.startsWith("s3:");
  }
}
