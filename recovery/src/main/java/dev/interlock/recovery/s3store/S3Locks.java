package dev.interlock.recovery.s3store;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.s3.model.ObjectLockLegalHoldStatus;
import software.amazon.awssdk.services.s3.model.ObjectLockRetention;
import software.amazon.awssdk.services.s3.model.ObjectLockRetentionMode;
import software.amazon.awssdk.services.s3.model.S3Exception;

/**
 * What the server itself keeps by Object Lock, in compliance mode: nobody can shorten it.
 *
 * @param isOn false where the bucket has none: then nothing is locked, and nothing is asked
 */
record S3Locks(S3Bucket bucket, boolean isOn) {

  /** Until when the server keeps an object; null when it does not. */
  @Nullable Instant until(String name) {
    if (!isOn) {
      return null;
    }
    try {
      ObjectLockRetention kept =
          bucket
              .ask(
                  "ask until when it is immutable",
                  () ->
                      bucket
                          .client()
                          .getObjectRetention(it -> it.bucket(bucket.name()).key(bucket.key(name))))
              .retention();
      return kept == null ? null : kept.retainUntilDate();
    } catch (S3Exception e) {
      if (e.statusCode() == S3Bucket.NOT_FOUND) {
        return null;
      }
      throw bucket.failed("ask until when it is immutable", e);
    }
  }

  /** True when somebody set a legal hold on an object. */
  boolean isHeld(String name) {
    if (!isOn) {
      return false;
    }
    try {
      return bucket
              .ask(
                  "ask for a legal hold",
                  () ->
                      bucket
                          .client()
                          .getObjectLegalHold(it -> it.bucket(bucket.name()).key(bucket.key(name))))
              .legalHold()
              .status()
          == ObjectLockLegalHoldStatus.ON;
    } catch (S3Exception e) {
      if (e.statusCode() == S3Bucket.NOT_FOUND) {
        return false;
      }
      throw bucket.failed("ask for a legal hold", e);
    }
  }

  /** Makes sure that the server keeps an object until then; some pass over what an upload asks. */
  void require(String name, Instant until) {
    Instant before = until(name);
    if (isOn && (before == null || before.isBefore(until))) {
      lock(name, until);
    }
  }

  private void lock(String name, Instant until) {
    try {
      bucket.ask(
          "make immutable",
          () ->
              bucket
                  .client()
                  .putObjectRetention(it ->
                      it.bucket(bucket.name())
                          .key(bucket.key(name))
                          .retention(kept ->
                              kept.mode(ObjectLockRetentionMode.COMPLIANCE)
                                  .retainUntilDate(S3Notes.whole(until)))));
    } catch (S3Exception e) {
      throw bucket.failed("make immutable", e);
    }
  }
}
