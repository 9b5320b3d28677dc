package dev.interlock.recovery.s3store;

import dev.interlock.finding.Fault;
import dev.interlock.recovery.BackupStore.Lease;
import dev.interlock.recovery.RecoveryCode;
import java.time.Duration;
import java.time.Instant;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.model.HeadObjectResponse;

/** An object that shows that its maker is alive: it is written again every quarter of its life. */
final class S3Held implements Lease {

  private static final Duration RENEWAL = S3Leases.LIFE.dividedBy(4);

  private final S3Bucket bucket;
  private final String object;
  private final Instant made;
  private final Thread renewal;
  private volatile boolean lost;

  private S3Held(S3Bucket bucket, String object, Instant made) {
    this.bucket = bucket;
    this.object = object;
    this.made = made;
    this.renewal = Thread.ofVirtual().name("renews " + object).start(this::renew);
  }

  static S3Held make(S3Bucket bucket, String object) {
    bucket.ask("lease", () -> written(bucket, object));
    HeadObjectResponse found = bucket.find(object);
    if (found == null) {
      throw new Fault(
          RecoveryCode.STORE_FAILED.code(),
          bucket.place() + ": cannot lease: what was written is not there");
    }
    return new S3Held(bucket, object, found.lastModified());
  }

  private static Object written(S3Bucket bucket, String object) {
    return bucket
        .client()
        .putObject(it -> it.bucket(bucket.name()).key(bucket.key(object)), RequestBody.empty());
  }

  String key() {
    return bucket.key(object);
  }

  /** When it was made, by the server's clock. */
  Instant made() {
    return made;
  }

  private void renew() {
    long renewed = System.nanoTime();
    while (!lost) {
      try {
        Thread.sleep(RENEWAL);
        written(bucket, object);
        lost = System.nanoTime() - renewed > S3Leases.LIFE.toNanos();
        renewed = System.nanoTime();
      } catch (InterruptedException e) {
        return;
      } catch (SdkException e) {
        lost = System.nanoTime() - renewed > S3Leases.LIFE.toNanos();
      }
    }
  }

  /** Gives it back; whoever lost it in the meantime must know. */
  @Override
  public void close() {
    renewal.interrupt();
    try {
      renewal.join();
      bucket.client().deleteObject(it -> it.bucket(bucket.name()).key(key()));
    } catch (SdkException _) {
      // It grows old by itself.
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
    if (lost) {
      throw new Fault(
          RecoveryCode.STORE_FAILED.code(),
          bucket.place()
              + ": the share in the store was lost while it was used, because S3 did not answer"
              + " for a minute; repeat what was done");
    }
  }
}
