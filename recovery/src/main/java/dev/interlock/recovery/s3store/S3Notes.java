package dev.interlock.recovery.s3store;

import dev.interlock.recovery.StoreLayout;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.model.S3Exception;
import software.amazon.awssdk.services.s3.model.S3Object;

/**
 * Until when objects are immutable, noted in keys of empty objects beside them: a listing of S3
 * tells keys and nothing else, and what is noted at an object can't be changed without copying it.
 * The latest note counts, so that nobody shortens a time by writing another.
 */
record S3Notes(S3Bucket bucket) {

  /** In whole seconds, rounded up. */
  static Instant whole(Instant until) {
    return until.plusNanos(999_999_999).truncatedTo(ChronoUnit.SECONDS);
  }

  /** Notes a time for an object, which need not be there yet. */
  void note(String object, Instant until) {
    String key = bucket.key(StoreLayout.NOTES + object + "/" + whole(until));
    try {
      bucket.ask(
          "write",
          () ->
              bucket
                  .client()
                  .putObject(it -> it.bucket(bucket.name()).key(key), RequestBody.empty()));
    } catch (S3Exception e) {
      throw bucket.failed("write", e);
    }
  }

  /** The time of an object; null when there is none. */
  @Nullable Instant of(String object) {
    return all(object + "/").get(object);
  }

  /** The times of all objects whose names begin so. */
  Map<String, Instant> all(String beginning) {
    Map<String, Instant> times = new HashMap<>();
    for (S3Object note : S3Listing.keys(bucket, StoreLayout.NOTES + beginning)) {
      String name = note.key().substring(bucket.key(StoreLayout.NOTES).length());
      int slash = name.lastIndexOf('/');
      if (slash > 0) {
        Instant until = instant(name.substring(slash + 1));
        times.merge(name.substring(0, slash), until, (a, b) -> a.isAfter(b) ? a : b);
      }
    }
    return times;
  }

  /** What can't be understood protects. */
  private static Instant instant(String text) {
    try {
      return Instant.parse(text);
    } catch (DateTimeException e) {
      return Instant.MAX;
    }
  }

  /** Forgets an object that is gone. */
  void forget(String object) {
    List<String> keys =
        S3Listing.keys(bucket, StoreLayout.NOTES + object + "/").stream()
            .map(S3Object::key)
            .filter(key -> key.lastIndexOf('/') == bucket.key(StoreLayout.NOTES + object).length())
            .toList();
    for (String key : keys) {
      bucket.ask(
          "remove", () -> bucket.client().deleteObject(it -> it.bucket(bucket.name()).key(key)));
    }
  }

  /** The later of two; null when neither is known. */
  static @Nullable Instant later(@Nullable Instant one, @Nullable Instant other) {
    return Optional.ofNullable(one).filter(it -> other == null || it.isAfter(other)).orElse(other);
  }
}
