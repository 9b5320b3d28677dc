package dev.interlock.azure.storage;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The resource id of a storage account.
 *
 * @param text all of it
 * @param name of the account, new in all of Azure
 */
public record AccountId(String text, String name) {

  private static final Pattern FORM =
      Pattern.compile(
          "/subscriptions/[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/resourceGroups/[^/?#]{1,90}"
              + "/providers/Microsoft\\.Storage/storageAccounts/([a-z0-9]{3,24})",
          Pattern.CASE_INSENSITIVE);

  /** Reads it; empty when it is none. */
  public static Optional<AccountId> of(String id) {
    Matcher parts = FORM.matcher(id);
    return parts.matches() ? Optional.of(new AccountId(id, parts.group(1))) : Optional.empty();
  }
}
