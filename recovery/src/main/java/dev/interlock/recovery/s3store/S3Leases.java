package dev.interlock.recovery.s3store;

import dev.interlock.recovery.BackupStore.Access;
import dev.interlock.recovery.BackupStore.Lease;
import dev.interlock.recovery.store.StoreFaults;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.UUID;
import software.amazon.awssdk.services.s3.model.S3Object;

/**
 * Shares in a bucket: each who has one keeps an object young, by the server's clock. Everybody
 * first makes the own one and then looks for others, so that of two who come at once one may give
 * way too much, but never neither.
 */
record S3Leases(S3Bucket bucket) {

  /** What the names of these objects begin with; no other's name does. */
  static final String FOLDER = ".interlock-leases/";

  /** Whoever has not renewed for so long is gone. */
  static final Duration LIFE = Duration.ofMinutes(1);

  Lease take(Access access) {
    S3Held own = S3Held.make(bucket, FOLDER + word(access) + "-" + UUID.randomUUID());
    if (inUse(own, access)) {
      own.close();
      throw StoreFaults.refused(
          bucket.place(),
          "the store",
          "is in use by another backup, restore or removal; try again when that has ended");
    }
    return own;
  }

  private static String word(Access access) {
    return access.name().toLowerCase(Locale.ROOT);
  }

  private boolean inUse(S3Held own, Access access) {
    boolean together = living(word(Access.TOGETHER) + "-", own.key(), own.made());
    boolean alone = living(word(Access.ALONE) + "-", own.key(), own.made());
    return alone || (together && access == Access.ALONE);
  }

  /** True while somebody has a share: to know what time it is there, something must be written. */
  boolean inUse() {
    S3Held own = S3Held.make(bucket, FOLDER + "look-" + UUID.randomUUID());
    try {
      return living(word(Access.TOGETHER) + "-", own.key(), own.made())
          || living(word(Access.ALONE) + "-", own.key(), own.made());
    } finally {
      own.close();
    }
  }

  /** What nobody holds any more is removed. */
  boolean living(String beginning, String own, Instant now) {
    boolean living = false;
    for (S3Object held : S3Listing.keys(bucket, FOLDER + beginning)) {
      if (held.key().equals(own)) {
        continue;
      }
      boolean isAlive = held.lastModified().plus(LIFE).isAfter(now);
      living |= isAlive;
      if (!isAlive) {
        bucket.ask(
            "remove",
            () -> bucket.client().deleteObject(it -> it.bucket(bucket.name()).key(held.key())));
      }
    }
    return living;
  }
}
