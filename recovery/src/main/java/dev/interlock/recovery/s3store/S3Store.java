package dev.interlock.recovery.s3store;

import dev.interlock.recovery.BackupStore;
import dev.interlock.recovery.StoreLayout;
import dev.interlock.recovery.StoreRules;
import dev.interlock.recovery.StoredObject;
import dev.interlock.recovery.store.ServedContent;
import dev.interlock.recovery.store.SharedObject;
import dev.interlock.recovery.store.StoreFaults;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.time.InstantSource;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.ResponseInputStream;
import software.amazon.awssdk.services.s3.model.GetObjectResponse;
import software.amazon.awssdk.services.s3.model.HeadObjectResponse;
import software.amazon.awssdk.services.s3.model.InvalidObjectStateException;
import software.amazon.awssdk.services.s3.model.S3Exception;

/**
 * A bucket of S3, or of a server that speaks like it, as a store. Where the bucket has Object Lock
 * the server keeps objects until their time, whoever asks; elsewhere Interlock alone does.
 */
public final class S3Store implements BackupStore {

  private final S3Bucket bucket;
  private final S3Notes notes;
  private final S3Locks locks;
  private final InstantSource clock;

  /** The store in a part of a bucket. */
  S3Store(S3Bucket bucket, S3Locks locks, InstantSource clock) {
    this.bucket = bucket;
    this.notes = new S3Notes(bucket);
    this.locks = locks;
    this.clock = clock;
  }

  @Override
  public String place() {
    return bucket.place();
  }

  @Override
  public StoredObject put(String name, InputStream content, @Nullable Instant immutableUntil)
      throws IOException {
    if (bucket.find(StoreLayout.requireName(name)) != null) {
      return SharedObject.in(this, name, immutableUntil);
    }
    if (immutableUntil != null) {
      notes.note(name, immutableUntil);
    }
    StoredObject stored =
        new S3Upload(bucket, name, locks.isOn() ? immutableUntil : null).upload(content);
    if (stored == null) {
      return SharedObject.in(this, name, immutableUntil);
    }
    if (immutableUntil != null) {
      locks.require(name, immutableUntil);
    }
    return stored;
  }

  @Override
  public InputStream open(String name) {
    String key = bucket.key(StoreLayout.requireName(name));
    try {
      return bucket.ask(
          "read " + name,
          () ->
              new ServedContent(
                  ResumedContent.of((from, version) -> content(key, from, version)),
                  e -> bucket.failed("read " + name, e)));
    } catch (InvalidObjectStateException e) {
      throw StoreFaults.archived(place(), name, "aws s3api restore-object");
    } catch (S3Exception e) {
      if (e.statusCode() == S3Bucket.NOT_FOUND) {
        bucket.requireThere(e);
        throw StoreFaults.absent(place(), name);
      }
      throw bucket.failed("read " + name, e);
    }
  }

  private ResponseInputStream<GetObjectResponse> content(String key, long from, String version) {
    return bucket
        .client()
        .getObject(it -> {
          it.bucket(bucket.name()).key(key);
          if (from > 0) {
            it.range("bytes=" + from + "-");
          }
          if (!version.isEmpty()) {
            it.ifMatch(version);
          }
        });
  }

  @Override
  public OptionalLong size(String name) {
    HeadObjectResponse found = bucket.find(StoreLayout.requireName(name));
    return found == null ? OptionalLong.empty() : OptionalLong.of(found.contentLength());
  }

  /** A request takes tens of milliseconds, and hardly anything of a processor. */
  @Override
  public int readers() {
    return 32;
  }

  @Override
  public Stream<Listed> list(String prefix) {
    return S3Listing.of(bucket, prefix);
  }

  @Override
  public void protect(String name, Instant until) {
    if (bucket.find(StoreLayout.requireName(name)) == null) {
      throw StoreFaults.absent(place(), name);
    }
    Instant noted = notes.of(name);
    if (noted == null || noted.isBefore(until)) {
      notes.note(name, until);
    }
    locks.require(name, until);
  }

  @Override
  public boolean delete(String name) {
    HeadObjectResponse found = bucket.find(StoreLayout.requireName(name));
    if (found == null) {
      return false;
    }
    Instant until = S3Notes.later(notes.of(name), locks.until(name));
    if (until != null && until.isAfter(clock.instant())) {
      throw StoreFaults.refused(place(), name, "can't be removed before " + until);
    }
    if (locks.isHeld(name)) {
      throw StoreFaults.refused(place(), name, "can't be removed: S3 keeps a legal hold on it");
    }
    remove(name, found);
    notes.forget(name);
    return true;
  }

  /** Exactly what was looked at: without its version it would only be hidden. */
  private void remove(String name, HeadObjectResponse found) {
    try {
      bucket.ask(
          "remove",
          () ->
              bucket
                  .client()
                  .deleteObject(it ->
                      it.bucket(bucket.name()).key(bucket.key(name)).versionId(found.versionId())));
    } catch (S3Exception e) {
      throw StoreFaults.refused(place(), name, "can't be removed: S3 answers " + e.statusCode());
    }
  }

  @Override
  public StoreRules rules() {
    return S3Rules.of(bucket, locks);
  }

  @Override
  public boolean inUse() {
    return new S3Leases(bucket).inUse();
  }

  @Override
  public Lease lease(Access access) {
    return new S3Leases(bucket).take(access);
  }
}
