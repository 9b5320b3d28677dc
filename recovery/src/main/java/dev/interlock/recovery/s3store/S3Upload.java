package dev.interlock.recovery.s3store;

import dev.interlock.recovery.StoredObject;
import dev.interlock.recovery.store.Sha256;
import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.model.CompletedPart;
import software.amazon.awssdk.services.s3.model.HeadObjectResponse;
import software.amazon.awssdk.services.s3.model.ObjectLockMode;
import software.amazon.awssdk.services.s3.model.S3Exception;

/**
 * One object on its way into a bucket, in one request or in parts that are nothing before they are
 * completed. It is written only where there is none: the server looks, not we.
 */
final class S3Upload {

  private static final int PART = 16 << 20;

  /** From here on parts are larger: there may be 10,000. */
  private static final int SMALL_PARTS = 2_000;

  private static final int LARGE_PART = 128 << 20;
  private static final String UPLOAD = "upload";
  private static final String ABSENT = "*";
  private static final int TRIES = 5;

  private final S3Bucket bucket;
  private final String object;
  private final String key;
  private final @Nullable Instant lockedUntil;
  private final String mark = UUID.randomUUID().toString();

  /** Of an object that the server itself keeps until then; null when it keeps none. */
  S3Upload(S3Bucket bucket, String object, @Nullable Instant lockedUntil) {
    this.bucket = bucket;
    this.object = object;
    this.key = bucket.key(object);
    this.lockedUntil = lockedUntil == null ? null : S3Notes.whole(lockedUntil);
  }

  /** Uploads; null when there is an object of that name. */
  @Nullable StoredObject upload(InputStream content) throws IOException {
    Sha256 digest = new Sha256();
    byte[] first = content.readNBytes(PART);
    digest.update(first, first.length);
    if (first.length < PART) {
      return isOurs(() -> whole(first))
          ? new StoredObject(object, first.length, digest.text())
          : null;
    }
    return inParts(first, content, digest);
  }

  private void whole(byte[] content) {
    bucket.ask(
        "write",
        () ->
            bucket
                .client()
                .putObject(
                    it -> {
                      it.bucket(bucket.name())
                          .key(key)
                          .ifNoneMatch(ABSENT)
                          .metadata(Map.of(UPLOAD, mark))
                          .contentMD5(md5(content));
                      if (lockedUntil != null) {
                        it.objectLockMode(ObjectLockMode.COMPLIANCE)
                            .objectLockRetainUntilDate(lockedUntil);
                      }
                    },
                    RequestBody.fromBytes(content)));
  }

  private @Nullable StoredObject inParts(byte[] first, InputStream content, Sha256 digest)
      throws IOException {
    String id = begun();
    boolean done = false;
    try {
      List<CompletedPart> parts = new ArrayList<>();
      long bytes = 0;
      byte[] part = first;
      while (part.length > 0) {
        parts.add(part(id, parts.size() + 1, part));
        bytes += part.length;
        part = content.readNBytes(parts.size() < SMALL_PARTS ? PART : LARGE_PART);
        digest.update(part, part.length);
      }
      done = isOurs(() -> complete(id, parts));
      return done ? new StoredObject(object, bytes, digest.text()) : null;
    } finally {
      if (!done) {
        abort(id);
      }
    }
  }

  private String begun() {
    return bucket
        .ask(
            "write",
            () ->
                bucket
                    .client()
                    .createMultipartUpload(it -> {
                      it.bucket(bucket.name()).key(key).metadata(Map.of(UPLOAD, mark));
                      if (lockedUntil != null) {
                        it.objectLockMode(ObjectLockMode.COMPLIANCE)
                            .objectLockRetainUntilDate(lockedUntil);
                      }
                    }))
        .uploadId();
  }

  private CompletedPart part(String id, int number, byte[] content) {
    String tag =
        bucket
            .ask(
                "write",
                () ->
                    bucket
                        .client()
                        .uploadPart(
                            it ->
                                it.bucket(bucket.name())
                                    .key(key)
                                    .uploadId(id)
                                    .partNumber(number)
                                    .contentMD5(md5(content)),
                            RequestBody.fromBytes(content)))
            .eTag();
    return CompletedPart.builder().partNumber(number).eTag(tag).build();
  }

  private void complete(String id, List<CompletedPart> parts) {
    bucket.ask(
        "write",
        () ->
            bucket
                .client()
                .completeMultipartUpload(it ->
                    it.bucket(bucket.name())
                        .key(key)
                        .uploadId(id)
                        .ifNoneMatch(ABSENT)
                        .multipartUpload(all -> all.parts(parts))));
  }

  /** Whoever is killed leaves parts, which a rule of the bucket removes. */
  private void abort(String id) {
    try {
      bucket.client().abortMultipartUpload(it -> it.bucket(bucket.name()).key(key).uploadId(id));
    } catch (SdkException _) {
      // It says nothing about the object.
    }
  }

  /**
   * Does the last step. When its answer got lost it was asked again, and finds what it stored
   * itself in its way: the object bears the mark of the upload. A conflict means that somebody else
   * is at it: who came first is seen when it is done.
   */
  private boolean isOurs(Runnable end) {
    for (int i = 1; ; i++) {
      try {
        end.run();
        return true;
      } catch (S3Exception e) {
        HeadObjectResponse found = bucket.find(object);
        if (found != null) {
          return mark.equals(found.metadata().get(UPLOAD));
        }
        if (e.statusCode() != S3Bucket.CONFLICT || i == TRIES) {
          throw bucket.failed("write", e);
        }
      }
    }
  }

  /** The server compares it with what arrives; it must where objects are locked. */
  private static String md5(byte[] content) {
    try {
      return Base64.getEncoder().encodeToString(MessageDigest.getInstance("MD5").digest(content));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
