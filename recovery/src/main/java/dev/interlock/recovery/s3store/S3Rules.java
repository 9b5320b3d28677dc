package dev.interlock.recovery.s3store;

import static java.util.Comparator.naturalOrder;

import dev.interlock.finding.Durations;
import dev.interlock.recovery.StoreLock;
import dev.interlock.recovery.StoreRule;
import dev.interlock.recovery.StoreRule.Tier;
import dev.interlock.recovery.StoreRules;
import dev.interlock.recovery.StoreRules.Doubt;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.s3.model.BucketVersioningStatus;
import software.amazon.awssdk.services.s3.model.IntelligentTieringConfiguration;
import software.amazon.awssdk.services.s3.model.ListBucketIntelligentTieringConfigurationsResponse;
import software.amazon.awssdk.services.s3.model.S3Exception;

/** Asks a bucket for its own rules; what it does not let us ask is a doubt. */
final class S3Rules {

  private static final String VERSIONS =
      "they are hidden, and can be made visible again by hand as long as their old versions stay";

  private static final String NO_LIFECYCLE = "NoSuchLifecycleConfiguration";
  private static final String ASK_YOURSELF =
      "see what the server knows of lifecycles; aws s3api asks it the same";

  private final S3Bucket bucket;
  private final List<Doubt> doubts = new ArrayList<>();

  private S3Rules(S3Bucket bucket) {
    this.bucket = bucket;
  }

  /** The rules of a bucket; what it does not answer is a doubt too. */
  static StoreRules of(S3Bucket bucket, S3Locks locks) {
    return new S3Rules(bucket).rules(locks);
  }

  private StoreRules rules(S3Locks locks) {
    List<S3Lifecycle> lifecycle = lifecycle();
    List<StoreRule> rules = new ArrayList<>();
    lifecycle.forEach(it -> rules.addAll(it.told()));
    List<String> moved = moved(rules);
    if (!moved.isEmpty()) {
      rules.addAll(tiering(moved));
    }
    boolean removes = rules.stream().anyMatch(it -> it.tier() == null && isForUs(it));
    boolean versions = locks.isOn() || (removes && hasVersions());
    return new StoreRules(
        bucket.place(),
        bucket.prefix(),
        rules,
        versions ? left(lifecycle, locks.isOn()) : "",
        locks.isOn()
            ? new StoreLock.OfEach()
            : new StoreLock.Missing("the bucket has no Object Lock"),
        doubts);
  }

  private boolean isForUs(StoreRule rule) {
    return rule.reaches(bucket.prefix());
  }

  private List<S3Lifecycle> lifecycle() {
    List<S3Lifecycle> read =
        asked(
                "the lifecycle of the bucket",
                "s3:GetLifecycleConfiguration",
                () ->
                    bucket
                        .client()
                        .getBucketLifecycleConfiguration(it -> it.bucket(bucket.name()))
                        .rules())
            .orElse(List.of())
            .stream()
            .map(S3Lifecycle::of)
            .toList();
    read.stream().filter(it -> !it.isUnderstood()).forEach(it -> doubts.add(odd(it.name())));
    return read;
  }

  /** What is left of an object that the lifecycle hides, and for how long. */
  private String left(List<S3Lifecycle> lifecycle, boolean locked) {
    return lifecycle.stream()
        .flatMap(it -> it.oldVersions(bucket.prefix()).stream())
        .min(naturalOrder())
        .map(days ->
            "they are hidden, and can be made visible again by hand for "
                + Durations.words(Duration.ofDays(days))
                + (locked ? ", or as long as they are locked" : "")
                + ": then their old versions go too")
        .orElse(VERSIONS);
  }

  /** What the names of our objects begin with that a rule moves to Intelligent-Tiering. */
  private List<String> moved(List<StoreRule> rules) {
    return rules.stream()
        .filter(it -> mayArchive(it.tier()) && isForUs(it))
        .flatMap(it -> it.prefixes().stream())
        .toList();
  }

  private static boolean mayArchive(@Nullable Tier tier) {
    return tier != null && tier.name().equals(S3Tiering.CLASS);
  }

  private List<StoreRule> tiering(List<String> moved) {
    List<StoreRule> archives = new ArrayList<>();
    Optional<ListBucketIntelligentTieringConfigurationsResponse> page = tieringPage(null);
    while (page.isPresent()) {
      page.get().intelligentTieringConfigurationList().stream()
          .filter(S3Tiering::isForUs)
          .flatMap(it -> archives(it, moved))
          .forEach(archives::add);
      String next = page.get().nextContinuationToken();
      page = next == null ? Optional.empty() : tieringPage(next);
    }
    return archives;
  }

  private Stream<StoreRule> archives(IntelligentTieringConfiguration told, List<String> moved) {
    if (S3Tiering.isUnderstood(told)) {
      return S3Tiering.of(told, moved);
    }
    doubts.add(odd(S3Tiering.name(told)));
    return Stream.empty();
  }

  private Optional<ListBucketIntelligentTieringConfigurationsResponse> tieringPage(
      @Nullable String from) {
    return asked(
        "what Intelligent-Tiering archives",
        "s3:GetIntelligentTieringConfiguration",
        () ->
            bucket
                .client()
                .listBucketIntelligentTieringConfigurations(
                    it -> it.bucket(bucket.name()).continuationToken(from)));
  }

  /** Told only where something is removed: it changes the words. */
  private boolean hasVersions() {
    return asked(
            "whether the bucket keeps versions",
            "s3:GetBucketVersioning",
            () -> bucket.client().getBucketVersioning(it -> it.bucket(bucket.name())).status())
        .filter(BucketVersioningStatus.ENABLED::equals)
        .isPresent();
  }

  /** Empty when there is none, and when nobody here may ask. */
  private <T> Optional<T> asked(String what, String permission, Supplier<T> question) {
    try {
      return Optional.ofNullable(question.get());
    } catch (S3Exception e) {
      if (!isNone(e)) {
        doubts.add(doubt(what, permission, e.statusCode()));
      }
    } catch (SdkException | NumberFormatException e) {
      doubts.add(
          new Doubt(
              "S3 does not answer when asked for "
                  + what
                  + ", or not as S3 does ("
                  + e.getClass().getSimpleName()
                  + ")",
              ASK_YOURSELF));
    }
    return Optional.empty();
  }

  /** Where there is none, or a server that is not Amazon's has no such thing, nothing is told. */
  private static boolean isNone(S3Exception e) {
    String code = e.awsErrorDetails() == null ? "" : e.awsErrorDetails().errorCode();
    return e.statusCode() == S3Bucket.NOT_IMPLEMENTED
        || (e.statusCode() == S3Bucket.NOT_FOUND && NO_LIFECYCLE.equals(code));
  }

  private Doubt odd(String name) {
    return new Doubt(
        "nobody here understands the rule \"" + name + "\" of the bucket", ASK_YOURSELF);
  }

  private static Doubt doubt(String what, String permission, int status) {
    return status == S3Bucket.FORBIDDEN
        ? new Doubt(
            "S3 does not tell " + what + " to whoever asks",
            "allow " + permission + " to the identity that looks after backups")
        : new Doubt("S3 answers " + status + " when asked for " + what, ASK_YOURSELF);
  }
}
