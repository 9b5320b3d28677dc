package dev.interlock.usecases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.interlock.azure.StorageRules;
import dev.interlock.azure.StorageRules.Lifecycle;
import dev.interlock.azure.StorageRules.Lock;
import dev.interlock.finding.Fault;
import dev.interlock.recovery.StoreLock;
import dev.interlock.recovery.StoreRule;
import dev.interlock.recovery.StoreRule.After;
import dev.interlock.recovery.StoreRule.Tier;
import dev.interlock.recovery.StoreRules;
import dev.interlock.recovery.StoreRules.Doubt;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What an account of Azure tells is put to the store that lies in it, and to no other. */
class StorageAccountsOfStoresTest {

  private static final String ACCOUNT =
      "/subscriptions/ffffffff-ffff-ffff-ffff-ffffffffffff/resourceGroups/backups/providers"
          + "/Microsoft.Storage/storageAccounts/stbackups";
  private static final String PLACE = "https://stbackups.blob.core.windows.net/erp";
  private static final Duration DAY = Duration.ofDays(1);
  private static final StoreLock MISSING = new StoreLock.Missing("no immutability");
  private static final Doubt NOBODY_ASKED = new Doubt("nobody said which account", "name it");

  private static StoreRules container(StoreLock lock) {
    return container(PLACE, lock);
  }

  private static StoreRules container(String place, StoreLock lock) {
    return new StoreRules(place, "erp/", List.of(), "", lock, List.of(NOBODY_ASKED));
  }

  private static StorageRules account(@Nullable Lock lock, long softDelete, boolean versions) {
    return new StorageRules(
        List.of(
            new Lifecycle("tidy", List.of(), false, DAY, "they were last changed"),
            new Lifecycle("cold", List.of("erp/files"), true, DAY, "they were made")),
        List.of(),
        lock,
        false,
        DAY.multipliedBy(softDelete),
        versions);
  }

  private static StoreRules asked(StoreRules told, StorageRules account) {
    return new StorageAccountsOfStores(
            List.of(ACCOUNT),
            List.of(),
            (id, container) -> {
              assertThat(id).isEqualTo(ACCOUNT);
              assertThat(container).isEqualTo("erp");
              return account;
            })
        .complete(told);
  }

  @Test
  void rules_of_the_account_replace_the_doubt() {
    StoreRules rules = asked(container(MISSING), account(new Lock(DAY, true), 7, false));

    assertThat(rules.doubts()).isEmpty();
    assertThat(rules.rules())
        .containsExactly(
            new StoreRule(
                "tidy", List.of(""), "blobs", new After(DAY, "they were last changed"), null),
            new StoreRule(
                "cold",
                List.of("erp/files"),
                "blobs",
                new After(DAY, "they were made"),
                new Tier("the archive tier", Duration.ofHours(15))));
    assertThat(rules.lock()).isEqualTo(new StoreLock.OfAll(DAY, true));
    assertThat(rules.removed()).contains("for 7 days");
  }

  @Test
  void a_lock_of_each_blob_is_better_than_one_of_all_and_none_is_told() {
    StoreLock each = new StoreLock.OfEach();
    assertThat(asked(container(each), account(new Lock(DAY, true), 0, true)).lock())
        .isEqualTo(each);
    StoreRules none = asked(container(MISSING), account(null, 0, false));
    assertThat(none.lock()).isInstanceOf(StoreLock.Missing.class);
    assertThat(none.removed()).isEmpty();
    assertThat(asked(container(MISSING), account(null, 0, true)).removed()).contains("versions");
  }

  private static List<Duration> removals(StoreLock told, @Nullable Lock lock) {
    return asked(container(told), account(lock, 0, false)).rules().stream()
        .filter(it -> it.tier() == null)
        .map(StoreRule::age)
        .toList();
  }

  @Test
  void a_locked_policy_keeps_blobs_from_the_lifecycle_too() {
    Duration week = DAY.multipliedBy(7);
    assertThat(removals(MISSING, new Lock(week, true))).containsExactly(week);
    assertThat(removals(MISSING, new Lock(week, false))).containsExactly(DAY);
    assertThat(removals(MISSING, new Lock(DAY.dividedBy(2), true))).containsExactly(DAY);
    assertThat(removals(MISSING, null)).containsExactly(DAY);
  }

  @Test
  void rules_that_nobody_understands_are_doubts() {
    StorageRules account =
        new StorageRules(List.of(), List.of("the rule \"odd\""), null, false, Duration.ZERO, false);

    assertThat(asked(container(MISSING), account).doubts())
        .singleElement()
        .satisfies(it -> assertThat(it.why()).contains("the rule \"odd\" of the storage account"));
  }

  @Test
  void a_plan_may_name_the_account_as_its_target() {
    var accounts =
        new StorageAccountsOfStores(
            List.of(), List.of("stbackups/erp", ACCOUNT), (_, _) -> account(null, 0, false));

    assertThat(accounts.complete(container(MISSING)).rules()).hasSize(2);
  }

  @Test
  void a_store_elsewhere_is_left_as_it_is() {
    for (String place :
        List.of(
            "s3://stbackups/erp",
            "https://stbackups2.blob.core.windows.net/erp",
            "http://127.0.0.1:10000/stbackups/erp",
            "/backups")) {
      StoreRules told = container(place, MISSING);
      assertThat(asked(told, account(null, 0, false))).isEqualTo(told);
    }
  }

  @Test
  void an_azure_that_refuses_leaves_a_doubt_and_what_the_container_told() {
    var refusing =
        new StorageAccountsOfStores(
            List.of(ACCOUNT),
            List.of(),
            (_, _) -> {
              throw new Fault("AZR002", "Azure refused: 403 AuthorizationFailed");
            });

    StoreRules rules = refusing.complete(container(MISSING));

    assertThat(rules.doubts())
        .singleElement()
        .satisfies(it -> assertThat(it.why()).contains("AuthorizationFailed"));
    assertThat(rules.lock()).isEqualTo(MISSING);
  }

  @Test
  void what_is_no_account_and_what_no_store_lies_in_are_rejected() {
    assertThatThrownBy(() ->
            new StorageAccountsOfStores(
                List.of("stbackups"), List.of(), (_, _) -> account(null, 0, false)))
        .isInstanceOf(InputRejected.class)
        .hasMessageContaining("no resource id of a storage account");
    assertThatThrownBy(
            () -> StorageAccountsOfStores.require(List.of(ACCOUNT), List.of("s3://stbackups/erp")))
        .isInstanceOf(InputRejected.class)
        .hasMessageContaining("none of the stores lies in");
    StorageAccountsOfStores.require(List.of(ACCOUNT), List.of(PLACE));
  }
}
