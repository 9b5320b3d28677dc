package dev.interlock.usecases;

import dev.interlock.azure.StorageAccounts;
import dev.interlock.azure.StorageRules;
import dev.interlock.finding.Fault;
import dev.interlock.recovery.StoreRules;
import dev.interlock.recovery.StoreRules.Doubt;
import java.net.URI;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.stream.Stream;

/** Storage accounts that somebody named, asked for what containers in them can't tell. */
final class StorageAccountsOfStores {

  private static final String OPTION = "--storage-account";

  private final List<String> ids;
  private final BiFunction<String, String, StorageRules> azure;

  /**
   * Those that are named.
   *
   * @param named resource ids, by the command
   * @param targets of plans, of which some may be such ids
   * @param azure tells the rules of a container, by the id of its account and its name
   * @throws InputRejected when one that the command names is no resource id of a storage account
   */
  StorageAccountsOfStores(
      List<String> named,
      Collection<String> targets,
      BiFunction<String, String, StorageRules> azure) {
    named.stream()
        .filter(it -> !isId(it))
        .findFirst()
        .ifPresent(it -> {
          throw rejected(
              "is no resource id of a storage account: " + it,
              "az storage account show prints it as id");
        });
    this.ids =
        Stream.concat(named.stream(), targets.stream().filter(StorageAccountsOfStores::isId))
            .toList();
    this.azure = azure;
  }

  private static boolean isId(String text) {
    return StorageAccounts.name(text).isPresent();
  }

  /**
   * Nobody names an account in vain.
   *
   * @param places of all stores
   * @throws InputRejected when no store lies in an account that the command names
   */
  static void require(List<String> named, Collection<String> places) {
    named.stream()
        .filter(id -> places.stream().noneMatch(place -> isIn(place, id)))
        .findFirst()
        .ifPresent(id -> {
          throw rejected(
              "none of the stores lies in " + id,
              "name containers as https://ACCOUNT.blob.core.windows.net/CONTAINER");
        });
  }

  /** The same rules, and what the account of the store says where one is known. */
  StoreRules complete(StoreRules told) {
    Optional<String> account = ids.stream().filter(id -> isIn(told.place(), id)).findFirst();
    return account.map(id -> asked(told, id)).orElse(told);
  }

  private StoreRules asked(StoreRules told, String account) {
    try {
      return AccountRules.of(told, azure.apply(account, told.root().replaceAll("/$", "")));
    } catch (Fault e) {
      Doubt doubt =
          new Doubt(
              String.valueOf(e.getMessage()),
              "whoever asks needs the role Reader on the storage account; az storage account show"
                  + " prints its id");
      return new StoreRules(told.place(), told.root(), List.of(), "", told.lock(), List.of(doubt));
    }
  }

  /** The address of a container begins with the name of its account. */
  private static boolean isIn(String place, String id) {
    String name = StorageAccounts.name(id).orElse("").toLowerCase(Locale.ROOT);
    return place.startsWith("https://") && host(place).startsWith(name + ".");
  }

  private static String host(String place) {
    String host = URI.create(place).getHost();
    return host == null ? "" : host.toLowerCase(Locale.ROOT);
  }

  private static InputRejected rejected(String what, String hint) {
    return new InputRejected(ActionCode.BAD_OPTION.code(), OPTION, what, hint);
  }
}
