package dev.interlock.usecases;

import dev.interlock.azure.StorageRules;
import dev.interlock.azure.StorageRules.Lifecycle;
import dev.interlock.recovery.StoreLock;
import dev.interlock.recovery.StoreRule;
import dev.interlock.recovery.StoreRule.After;
import dev.interlock.recovery.StoreRule.Tier;
import dev.interlock.recovery.StoreRules;
import dev.interlock.recovery.StoreRules.Doubt;
import java.time.Duration;
import java.util.List;

/** What a storage account tells, as rules of the store in one of its containers. */
final class AccountRules {

  /** So long Azure takes at most to bring blobs back at the usual priority. */
  private static final Tier ARCHIVE = new Tier("the archive tier", Duration.ofHours(15));

  private AccountRules() {}

  /**
   * All rules.
   *
   * @param told what the container tells by itself
   */
  static StoreRules of(StoreRules told, StorageRules account) {
    StoreLock lock = lock(told.lock(), account);
    return new StoreRules(
        told.place(),
        told.root(),
        account.lifecycle().stream().map(it -> rule(it, lock)).toList(),
        removed(account),
        lock,
        account.unclear().stream().map(AccountRules::doubt).toList());
  }

  private static Doubt doubt(String rule) {
    return new Doubt(
        "nobody here knows all that may be done by " + rule + " of the storage account",
        "see whether it spares the container: az storage account management-policy show, and"
            + " task-assignment list, tell it");
  }

  private static StoreRule rule(Lifecycle rule, StoreLock lock) {
    return new StoreRule(
        rule.name(),
        rule.prefixes().isEmpty() ? List.of("") : rule.prefixes(),
        "blobs",
        new After(rule.archives() ? rule.age() : removed(rule, lock), rule.since()),
        rule.archives() ? ARCHIVE : null);
  }

  /** Azure removes nothing that a locked policy keeps, whichever rule wants it. */
  private static Duration removed(Lifecycle rule, StoreLock lock) {
    return lock instanceof StoreLock.OfAll all && all.fixed() && all.age().compareTo(rule.age()) > 0
        ? all.age()
        : rule.age();
  }

  private static String removed(StorageRules account) {
    if (account.versions()) {
      return "their old versions stay, and can be made current again by hand as long as nothing"
          + " removes them";
    }
    return account.softDelete().isZero()
        ? ""
        : "they can be brought back by hand for " + account.softDelete().toDays() + " days";
  }

  private static StoreLock lock(StoreLock told, StorageRules account) {
    StorageRules.Lock lock = account.lock();
    if (told instanceof StoreLock.OfEach) {
      return told;
    }
    if (lock != null) {
      return new StoreLock.OfAll(lock.age(), lock.locked());
    }
    return new StoreLock.Missing(
        "the container has neither immutability for versions nor a policy that locks its blobs"
            + (account.legalHold() ? ", and its legal hold may end at any time" : ""));
  }
}
