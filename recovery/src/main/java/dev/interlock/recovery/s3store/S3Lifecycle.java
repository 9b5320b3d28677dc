package dev.interlock.recovery.s3store;

import dev.interlock.recovery.StoreRule;
import dev.interlock.recovery.StoreRule.After;
import dev.interlock.recovery.StoreRule.From;
import dev.interlock.recovery.StoreRule.Tier;
import dev.interlock.recovery.StoreRule.When;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.s3.model.ExpirationStatus;
import software.amazon.awssdk.services.s3.model.LifecycleExpiration;
import software.amazon.awssdk.services.s3.model.LifecycleRule;
import software.amazon.awssdk.services.s3.model.LifecycleRuleFilter;
import software.amazon.awssdk.services.s3.model.NoncurrentVersionExpiration;
import software.amazon.awssdk.services.s3.model.Transition;

/**
 * A rule of a bucket's lifecycle in our words. Old versions and unfinished uploads are no backups;
 * whatever is for objects with tags is for none of ours, which bear none.
 *
 * @see <a href="https://docs.aws.amazon.com/AmazonS3/latest/API/API_LifecycleRule.html">Amazon S3,
 *     LifecycleRule</a>
 */
final class S3Lifecycle {

  private final LifecycleRule rule;
  private final List<StoreRule> told = new ArrayList<>();
  private boolean isUnderstood = true;

  private S3Lifecycle(LifecycleRule rule) {
    this.rule = rule;
  }

  /** Reads a rule. One that does not say that it is off is at work. */
  static S3Lifecycle of(LifecycleRule rule) {
    S3Lifecycle reading = new S3Lifecycle(rule);
    if (reading.isForUs()) {
      reading.read();
    }
    return reading;
  }

  private boolean isForUs() {
    return rule.status() != ExpirationStatus.DISABLED && !isForTags();
  }

  /** All that it does to objects of ours. */
  List<StoreRule> told() {
    return List.copyOf(told);
  }

  /** False when it does something, and nobody here knows what or when. */
  boolean isUnderstood() {
    return isUnderstood;
  }

  String name() {
    return Objects.requireNonNullElse(rule.id(), "without a name");
  }

  /**
   * So many days it leaves the only old version of an object whose name begins so; empty when it
   * leaves it for ever.
   */
  Optional<Integer> oldVersions(String beginning) {
    NoncurrentVersionExpiration old = rule.noncurrentVersionExpiration();
    boolean takesTheOnlyOne =
        old != null && Objects.requireNonNullElse(old.newerNoncurrentVersions(), 0) == 0;
    return isForUs() && takesTheOnlyOne && S3Prefixes.meet(prefix(), beginning)
        ? Optional.ofNullable(old.noncurrentDays())
        : Optional.empty();
  }

  private void read() {
    LifecycleExpiration expiration = rule.expiration();
    // A rule for markers of removed objects alone says neither days nor a date.
    if (expiration != null && expiration.expiredObjectDeleteMarker() == null) {
      add(expiration.days(), expiration.date(), null);
    }
    for (Transition transition : rule.transitions()) {
      String name = transition.storageClassAsString();
      if (name == null) {
        isUnderstood = false;
      } else {
        add(transition.days(), transition.date(), tier(name));
      }
    }
    isUnderstood &= expiration != null || rule.hasTransitions() || isHarmless();
  }

  /** Every rule of Amazon's does something; what we can't see is another server's. */
  private boolean isHarmless() {
    return rule.noncurrentVersionExpiration() != null
        || rule.hasNoncurrentVersionTransitions()
        || rule.abortIncompleteMultipartUpload() != null;
  }

  private void add(@Nullable Integer days, @Nullable Instant date, @Nullable Tier tier) {
    When when = when(days, date);
    if (when == null) {
      isUnderstood = false;
    } else {
      told.add(new StoreRule(name(), List.of(prefix()), which(), when, tier));
    }
  }

  /** Null when nothing is said of it. */
  private static @Nullable When when(@Nullable Integer days, @Nullable Instant date) {
    if (date != null) {
      return new From(date);
    }
    return days == null ? null : new After(Duration.ofDays(days), "they were stored");
  }

  private boolean isForTags() {
    LifecycleRuleFilter filter = rule.filter();
    return filter != null
        && (filter.tag() != null || (filter.and() != null && filter.and().hasTags()));
  }

  /** In the filter, within its parts, or beside it as in rules of before 2016. */
  @SuppressWarnings("deprecation")
  private String prefix() {
    LifecycleRuleFilter filter = rule.filter();
    String prefix = rule.prefix();
    if (filter != null) {
      prefix = filter.and() == null ? filter.prefix() : filter.and().prefix();
    }
    return Objects.requireNonNullElse(prefix, "");
  }

  private String which() {
    LifecycleRuleFilter filter = rule.filter();
    if (filter == null) {
      return "objects";
    }
    return filter.and() == null
        ? which(filter.objectSizeGreaterThan(), filter.objectSizeLessThan())
        : which(filter.and().objectSizeGreaterThan(), filter.and().objectSizeLessThan());
  }

  private static String which(@Nullable Long more, @Nullable Long less) {
    String words = more == null ? "" : " of more than " + more + " bytes";
    if (less != null) {
      words += (words.isEmpty() ? " of" : " and") + " less than " + less + " bytes";
    }
    return "objects" + words;
  }

  /** How long Amazon takes at most for a usual request to give back what is archived. */
  private static Tier tier(String name) {
    return new Tier(
        name,
        switch (name) {
          case "STANDARD", "STANDARD_IA", "ONEZONE_IA", S3Tiering.CLASS, "GLACIER_IR" ->
              Duration.ZERO;
          case "GLACIER" -> Duration.ofHours(5);
          case "DEEP_ARCHIVE" -> Duration.ofHours(12);
          default -> null;
        });
  }
}
