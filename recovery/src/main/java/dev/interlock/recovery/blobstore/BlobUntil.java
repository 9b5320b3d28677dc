package dev.interlock.recovery.blobstore;

import com.azure.storage.blob.models.BlobImmutabilityPolicy;
import com.azure.storage.blob.models.BlobImmutabilityPolicyMode;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Until when a blob is immutable, in what is noted at it and in Azure's own policy. */
final class BlobUntil {

  private static final String KEY = "until";

  private BlobUntil() {}

  /** In whole seconds, rounded up. */
  static Instant whole(Instant until) {
    return until.plusNanos(999_999_999).truncatedTo(ChronoUnit.SECONDS);
  }

  /** The later of both; null when neither says anything. */
  static @Nullable Instant of(
      @Nullable Map<String, String> metadata, @Nullable BlobImmutabilityPolicy policy) {
    Instant noted = metadata == null ? null : noted(metadata);
    Instant locked =
        policy == null || policy.getExpiryTime() == null
            ? null
            : policy.getExpiryTime().toInstant();
    return Stream.of(noted, locked)
        .flatMap(Stream::ofNullable)
        .max(Instant::compareTo)
        .orElse(null);
  }

  /** What can't be understood protects. */
  private static @Nullable Instant noted(Map<String, String> metadata) {
    String text = metadata.get(KEY);
    try {
      return text == null ? null : Instant.parse(text);
    } catch (DateTimeException e) {
      return Instant.MAX;
    }
  }

  static void note(Map<String, String> metadata, Instant until) {
    metadata.put(KEY, whole(until).toString());
  }

  static BlobImmutabilityPolicy policy(Instant until) {
    return new BlobImmutabilityPolicy()
        .setExpiryTime(whole(until).atOffset(ZoneOffset.UTC))
        .setPolicyMode(BlobImmutabilityPolicyMode.LOCKED);
  }
}
