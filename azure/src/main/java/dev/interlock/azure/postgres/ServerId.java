package dev.interlock.azure.postgres;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The resource id of a flexible server, in its parts.
 *
 * @param subscription id of the subscription
 * @param group name of the resource group
 * @param name of the server
 */
public record ServerId(String subscription, String group, String name) {

  private static final Pattern FORM =
      Pattern.compile(
          "/subscriptions/([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})/resourceGroups/([^/]{1,90})"
              + "/providers/Microsoft\\.DBforPostgreSQL/flexibleServers/([a-z0-9-]{3,63})",
          Pattern.CASE_INSENSITIVE);

  /** True when it is one. */
  public static boolean isOne(String id) {
    return FORM.matcher(id).matches();
  }

  /**
   * Reads it.
   *
   * @throws IllegalArgumentException when it is none
   */
  public static ServerId of(String id) {
    Matcher parts = FORM.matcher(id);
    if (!parts.matches()) {
      throw new IllegalArgumentException("no resource id of a flexible server: " + id);
    }
    return new ServerId(parts.group(1), parts.group(2), parts.group(3));
  }
}
