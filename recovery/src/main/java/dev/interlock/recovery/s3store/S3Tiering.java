package dev.interlock.recovery.s3store;

import dev.interlock.recovery.StoreRule;
import dev.interlock.recovery.StoreRule.After;
import dev.interlock.recovery.StoreRule.Tier;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.s3.model.IntelligentTieringConfiguration;
import software.amazon.awssdk.services.s3.model.IntelligentTieringFilter;
import software.amazon.awssdk.services.s3.model.IntelligentTieringStatus;
import software.amazon.awssdk.services.s3.model.Tiering;

/**
 * What a bucket archives of objects in the class Intelligent-Tiering that nobody reads. Without
 * such a configuration everything in that class is read at once.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/AmazonS3/latest/API/API_IntelligentTieringConfiguration.html">
 *     Amazon S3, IntelligentTieringConfiguration</a>
 */
final class S3Tiering {

  /** The class of storage whose objects it is for. */
  static final String CLASS = "INTELLIGENT_TIERING";

  private S3Tiering() {}

  /** True when it is at work, and not for objects with tags alone. */
  static boolean isForUs(IntelligentTieringConfiguration told) {
    return told.status() != IntelligentTieringStatus.DISABLED && !isForTags(told.filter());
  }

  /** False when nobody here knows what it archives, or when. */
  static boolean isUnderstood(IntelligentTieringConfiguration told) {
    return told.hasTierings()
        && told.tierings().stream()
            .allMatch(it -> it.days() != null && it.accessTierAsString() != null);
  }

  /**
   * The same as rules.
   *
   * @param moved what the names of objects begin with that get into that class
   */
  static Stream<StoreRule> of(IntelligentTieringConfiguration told, List<String> moved) {
    List<String> prefixes =
        moved.stream()
            .flatMap(it -> S3Prefixes.both(it, prefix(told.filter())).stream())
            .distinct()
            .toList();
    return prefixes.isEmpty()
        ? Stream.empty()
        : told.tierings().stream().map(it -> rule(name(told), prefixes, it));
  }

  static String name(IntelligentTieringConfiguration told) {
    return Objects.requireNonNullElse(told.id(), "without a name");
  }

  private static StoreRule rule(String name, List<String> prefixes, Tiering tiering) {
    return new StoreRule(
        name,
        prefixes,
        "objects in Intelligent-Tiering",
        new After(Duration.ofDays(tiering.days()), "they were last read"),
        new Tier(tiering.accessTierAsString(), readable(tiering.accessTierAsString())));
  }

  private static boolean isForTags(@Nullable IntelligentTieringFilter filter) {
    return filter != null
        && (filter.tag() != null || (filter.and() != null && filter.and().hasTags()));
  }

  private static String prefix(@Nullable IntelligentTieringFilter filter) {
    if (filter == null) {
      return "";
    }
    return Objects.requireNonNullElse(
        filter.and() == null ? filter.prefix() : filter.and().prefix(), "");
  }

  /** At most, for a usual request. */
  private static @Nullable Duration readable(String tier) {
    return switch (tier) {
      case "ARCHIVE_ACCESS" -> Duration.ofHours(5);
      case "DEEP_ARCHIVE_ACCESS" -> Duration.ofHours(12);
      default -> null;
    };
  }
}
