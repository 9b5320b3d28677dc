package dev.interlock.recovery.s3store;

import dev.interlock.recovery.StoreLock;
import dev.interlock.recovery.StoreRule;
import dev.interlock.recovery.StoreRule.Tier;
import dev.interlock.recovery.StoreRules;
import dev.interlock.recovery.StoreRules.Doubt;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.s3.model.BucketVersioningStatus;
import software.amazon.awssdk.services.s3.model.ListBucketIntelligentTieringConfigurationsResponse;
import software.amazon.awssdk.services.s3.model.S3Exception;

/** Asks a bucket for its own rules; what it does not let us ask is a doubt. */
final class S3Rules {

  private static final String VERSIONS =
      "they are hidden, and can be made visible again by hand as long as their old versions stay";

  private final S3Bucket bucket;
  private final List<Doubt> doubts = new ArrayList<>();

  private S3Rules(S3Bucket bucket) {
    this.bucket = bucket;
  }

  /**
   * The rules of a bucket.
   *
   * @throws dev.interlock.finding.Fault STORE_FAILED when it does not answer
   */
  static StoreRules of(S3Bucket bucket, S3Locks locks) {
    return new S3Rules(bucket).rules(locks);
  }

  private StoreRules rules(S3Locks locks) {
    List<StoreRule> rules = new ArrayList<>(lifecycle());
    if (rules.stream().map(StoreRule::tier).anyMatch(S3Rules::mayArchive)) {
      rules.addAll(tiering());
    }
    boolean versions = locks.isOn() || (!rules.isEmpty() && hasVersions());
    return new StoreRules(
        bucket.place(),
        bucket.prefix(),
        rules,
        versions ? VERSIONS : "",
        locks.isOn()
            ? new StoreLock.OfEach()
            : new StoreLock.Missing("the bucket has no Object Lock"),
        doubts);
  }

  private List<StoreRule> lifecycle() {
    return asked(
            "the lifecycle of the bucket",
            "s3:GetLifecycleConfiguration",
            () ->
                bucket
                    .client()
                    .getBucketLifecycleConfiguration(it -> it.bucket(bucket.name()))
                    .rules())
        .orElse(List.of())
        .stream()
        .flatMap(it -> S3Lifecycle.of(it).stream())
        .toList();
  }

  private static boolean mayArchive(@Nullable Tier tier) {
    return tier != null && tier.name().equals(S3Tiering.CLASS);
  }

  private List<StoreRule> tiering() {
    List<StoreRule> archives = new ArrayList<>();
    Optional<ListBucketIntelligentTieringConfigurationsResponse> page = tiering(null);
    while (page.isPresent()) {
      page.get().intelligentTieringConfigurationList().stream()
          .flatMap(S3Tiering::of)
          .forEach(archives::add);
      String next = page.get().nextContinuationToken();
      page = next == null ? Optional.empty() : tiering(next);
    }
    return archives;
  }

  private Optional<ListBucketIntelligentTieringConfigurationsResponse> tiering(
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
      // Where there is none, or a server that is not Amazon's has no such thing, nothing is told.
      if (e.statusCode() != S3Bucket.NOT_FOUND && e.statusCode() != S3Bucket.NOT_IMPLEMENTED) {
        doubts.add(doubt(what, permission, e.statusCode()));
      }
      return Optional.empty();
    } catch (SdkException e) {
      throw bucket.failed("ask for " + what, e);
    }
  }

  private Doubt doubt(String what, String permission, int status) {
    return status == S3Bucket.FORBIDDEN
        ? new Doubt(
            "S3 does not tell " + what + " to whoever asks",
            "allow " + permission + " to the identity that looks after backups")
        : new Doubt(
            "S3 answers " + status + " when asked for " + what,
            "see what the server knows of lifecycles; aws s3api asks it the same");
  }
}
