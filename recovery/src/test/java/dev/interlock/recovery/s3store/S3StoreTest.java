package dev.interlock.recovery.s3store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interlock.recovery.BackupStore;
import dev.interlock.recovery.BackupStore.Access;
import dev.interlock.recovery.RecoveryCode;
import dev.interlock.recovery.StoreLock;
import dev.interlock.recovery.StoreRule;
import dev.interlock.recovery.StoreRule.After;
import dev.interlock.recovery.StoreRule.Tier;
import dev.interlock.recovery.StoreRules;
import dev.interlock.recovery.store.RemoteStoreContract;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.DelegatingS3Client;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.BucketVersioningStatus;
import software.amazon.awssdk.services.s3.model.ExpirationStatus;
import software.amazon.awssdk.services.s3.model.LifecycleRule;
import software.amazon.awssdk.services.s3.model.ListObjectsV2Request;
import software.amazon.awssdk.services.s3.model.ListObjectsV2Response;
import software.amazon.awssdk.services.s3.model.ObjectLockLegalHoldStatus;
import software.amazon.awssdk.services.s3.model.ObjectLockRetention;
import software.amazon.awssdk.services.s3.model.ObjectLockRetentionMode;
import software.amazon.awssdk.services.s3.model.Transition;
import software.amazon.awssdk.services.s3.model.TransitionStorageClass;

/** Against a server that speaks S3; what it does not enforce is looked at as it arrived there. */
@Tag("slow")
@Timeout(value = 2, unit = TimeUnit.MINUTES)
class S3StoreTest extends RemoteStoreContract {

  @TempDir private static Path data;
  private static @Nullable S3Mock server;
  private static int buckets;

  private S3Client client;
  private String bucket;
  private BackupStore store;

  @BeforeAll
  static void start() throws Exception {
    server = S3Mock.start(data);
  }

  @AfterAll
  static void stop() {
    if (server != null) {
      server.close();
    }
  }

  @BeforeEach
  void create() {
    client = Objects.requireNonNull(server).client();
    bucket = "store" + buckets++;
    client.createBucket(it -> it.bucket(bucket));
    store = S3Place.create(client, address(), clock);
  }

  private String address() {
    return "s3://" + bucket + "/erp/core";
  }

  @Override
  protected int part() {
    return 16 << 20;
  }

  @Override
  protected BackupStore store() {
    return store;
  }

  @Override
  protected BackupStore again() {
    return S3Place.open(client, address(), clock);
  }

  @Test
  void parts_of_a_stopped_upload_are_removed() {
    putStopped();
    assertThat(client.listMultipartUploads(it -> it.bucket(bucket)).uploads()).isEmpty();
  }

  @Test
  void two_stores_in_a_bucket_do_not_see_each_other() throws IOException {
    BackupStore other = S3Place.create(client, "s3://" + bucket + "/erp/core-2", clock);
    put(NAME, random(3));
    assertThat(names(other, "")).isEmpty();
    assertThat(other.size(NAME)).isEmpty();
    assertThat(other.place()).isEqualTo("s3://" + bucket + "/erp/core-2");
    try (BackupStore.Lease _ = store.lease(Access.ALONE)) {
      other.lease(Access.ALONE).close();
    }
  }

  @Test
  void missing_bucket_and_missing_store_are_told_apart() {
    assertFault(
        RecoveryCode.STORE_FAILED,
        () -> S3Place.open(client, "s3://gone-bucket/x", clock),
        "does the bucket exist?");
    assertFault(
        RecoveryCode.STORE_FAILED,
        () -> S3Place.open(client, "s3://" + bucket + "/other", clock),
        "there is no store");
    assertFault(
        RecoveryCode.STORE_FAILED, () -> S3Place.open(client, "s3://", clock), "no place in S3");
  }

  @Test
  void more_objects_than_fit_a_page_are_listed() throws IOException {
    for (int i = 0; i < 20; i++) {
      put("files/aa/%05d".formatted(i), random(1));
    }
    BackupStore small = S3Place.open(pagesOf(7), address(), clock);
    assertThat(names(small, "files/")).hasSize(20).isSorted().isEqualTo(names(store, "files/"));
  }

  private S3Client pagesOf(int objects) {
    return new DelegatingS3Client(client) {
      @Override
      public ListObjectsV2Response listObjectsV2(ListObjectsV2Request request) {
        ListObjectsV2Response page =
            super.listObjectsV2(request.toBuilder().maxKeys(objects).build());
        assertThat(page.contents()).hasSizeLessThanOrEqualTo(objects);
        return page;
      }
    };
  }

  @Test
  void share_of_somebody_who_is_gone_is_given_back() {
    String key = "erp/core/" + S3Leases.FOLDER + "alone-dead";
    client.putObject(it -> it.bucket(bucket).key(key), RequestBody.empty());
    assertFault(RecoveryCode.PROTECTED, () -> store.lease(Access.ALONE), "in use");
    assertThat(store.inUse()).isTrue();
    Instant later = Instant.now().plus(S3Leases.LIFE).plusSeconds(5);
    assertThat(new S3Leases(bucket()).living("alone-", "", later)).isFalse();
    store.lease(Access.ALONE).close();
    assertThat(store.inUse()).isFalse();
  }

  private S3Bucket bucket() {
    return new S3Bucket(client, bucket, "erp/core/");
  }

  @Test
  void time_that_cannot_be_read_protects() throws IOException {
    put(NAME, random(3));
    String key = "erp/core/.interlock-until/" + NAME + "/some-day";
    client.putObject(it -> it.bucket(bucket).key(key), RequestBody.empty());
    assertFault(RecoveryCode.PROTECTED, () -> store.delete(NAME));
  }

  /** A bucket with Object Lock, and a store in it. */
  private BackupStore locked() {
    bucket = "locked" + buckets++;
    client.createBucket(it -> it.bucket(bucket).objectLockEnabledForBucket(true));
    return S3Place.create(client, address(), clock);
  }

  private ObjectLockRetention retention(String name) {
    return client.getObjectRetention(it -> it.bucket(bucket).key("erp/core/" + name)).retention();
  }

  @Test
  void object_lock_keeps_an_object_until_its_time_whoever_asks() throws IOException {
    BackupStore locked = locked();
    Instant until = Instant.now().plus(Duration.ofDays(30)).truncatedTo(ChronoUnit.SECONDS);
    locked.put(NAME, new ByteArrayInputStream(random(5)), until);
    locked.put(FILE, new ByteArrayInputStream(random((16 << 20) + 5)), until);
    for (String name : new String[] {NAME, FILE}) {
      assertThat(retention(name).mode()).isEqualTo(ObjectLockRetentionMode.COMPLIANCE);
      assertThat(retention(name).retainUntilDate()).isEqualTo(until);
      assertFault(RecoveryCode.PROTECTED, () -> locked.delete(name), until.toString());
    }
    locked.protect(NAME, until.minusSeconds(100));
    assertThat(retention(NAME).retainUntilDate()).isEqualTo(until);
    locked.protect(NAME, until.plusSeconds(100));
    assertThat(retention(NAME).retainUntilDate()).isEqualTo(until.plusSeconds(100));
  }

  @Test
  void a_legal_hold_that_somebody_set_in_s3_is_kept() throws IOException {
    BackupStore locked = locked();
    locked.put(NAME, new ByteArrayInputStream(random(5)), null);
    client.putObjectLegalHold(it ->
        it.bucket(bucket)
            .key("erp/core/" + NAME)
            .legalHold(hold -> hold.status(ObjectLockLegalHoldStatus.ON)));
    assertFault(RecoveryCode.PROTECTED, () -> locked.delete(NAME), "legal hold");
  }

  private StoreRules rules() {
    return again().rules();
  }

  @Test
  void bucket_without_rules_and_without_lock_says_so() {
    StoreRules rules = rules();

    assertThat(rules.rules()).isEmpty();
    assertThat(rules.doubts()).isEmpty();
    assertThat(rules.root()).isEqualTo("erp/core/");
    assertThat(rules.lock()).isEqualTo(new StoreLock.Missing("the bucket has no Object Lock"));
    assertThat(locked().rules().lock()).isEqualTo(new StoreLock.OfEach());
  }

  private void lifecycle(LifecycleRule... rules) {
    client.putBucketLifecycleConfiguration(
        it -> it.bucket(bucket).lifecycleConfiguration(all -> all.rules(rules)));
  }

  private static LifecycleRule rule(String name, Consumer<LifecycleRule.Builder> what) {
    LifecycleRule.Builder rule = LifecycleRule.builder();
    rule.id(name).status(ExpirationStatus.ENABLED).filter(it -> it.prefix(""));
    what.accept(rule);
    return rule.build();
  }

  private static LifecycleRule moving(String name, TransitionStorageClass where) {
    Transition transition = Transition.builder().days(7).storageClass(where).build();
    return rule(name, it -> it.transitions(transition));
  }

  private static StoreRule told(String name, String prefix, int days, @Nullable Tier tier) {
    After after = new After(Duration.ofDays(days), "they were stored");
    return new StoreRule(name, List.of(prefix), "objects", after, tier);
  }

  @Test
  void what_removes_and_moves_objects_is_told_and_what_is_harmless_is_not() {
    lifecycle(
        rule("old", it -> it.filter(at -> at.prefix("erp/backups/")).expiration(at -> at.days(30))),
        rule("off", it -> it.status(ExpirationStatus.DISABLED).expiration(at -> at.days(1))),
        rule("parts", it -> it.abortIncompleteMultipartUpload(at -> at.daysAfterInitiation(1))),
        rule("versions", it -> it.noncurrentVersionExpiration(at -> at.noncurrentDays(1))),
        rule("marks", it -> it.expiration(at -> at.expiredObjectDeleteMarker(true))),
        moving("cold", TransitionStorageClass.GLACIER),
        moving("instant", TransitionStorageClass.GLACIER_IR));

    assertThat(rules().rules())
        .containsExactlyInAnyOrder(
            told("old", "erp/backups/", 30, null),
            told("cold", "", 7, new Tier("GLACIER", Duration.ofHours(5))),
            told("instant", "", 7, new Tier("GLACIER_IR", Duration.ZERO)));
  }

  @Test
  void versions_soften_what_a_rule_does() {
    lifecycle(rule("old", it -> it.expiration(at -> at.days(30))));

    assertThat(rules().removed()).isEmpty();
    client.putBucketVersioning(it ->
        it.bucket(bucket).versioningConfiguration(at -> at.status(BucketVersioningStatus.ENABLED)));
    assertThat(rules().removed()).contains("old versions");
  }
}
