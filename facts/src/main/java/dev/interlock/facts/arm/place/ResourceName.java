package dev.interlock.facts.arm.place;

import java.util.List;
import java.util.Locale;

/**
 * A resource by its type and name, as templates write them: {@code
 * Microsoft.Network/virtualNetworks/subnets} and {@code vnet/subnet}.
 *
 * @param type with the namespace of its provider
 * @param name as many segments as the type has after the namespace
 */
public record ResourceName(String type, String name) {

  private static final String GROUPS = "microsoft.resources/resourcegroups";
  private static final String GROUPS_IN_FULL = "microsoft.resources/subscriptions/resourcegroups";
  private static final String SUBSCRIPTIONS = "microsoft.resources/subscriptions";
  private static final String EXTENSION = "/providers/";

  /** True when type and name have as many segments as they must. */
  public boolean isWhole() {
    return types().size() == names().size() + 1;
  }

  /**
   * True for its name, whole or the last part, and for its types and names in pairs, behind {@code
   * /providers/} or without it: so it is called in old templates, and where ids have no scope.
   */
  public boolean isCalled(String wanted) {
    if (name.equalsIgnoreCase(wanted) || names().getLast().equalsIgnoreCase(wanted)) {
      return true;
    }
    String pairs = wanted.indexOf('/') < 0 ? "" : below("");
    return pairs.equalsIgnoreCase(wanted) || pairs.equalsIgnoreCase(EXTENSION + wanted);
  }

  /** True for a resource group. */
  public boolean isResourceGroup() {
    return type.equalsIgnoreCase(GROUPS) || type.equalsIgnoreCase(GROUPS_IN_FULL);
  }

  /** The id of the resource. */
  public String id(Place place) {
    String lower = type.toLowerCase(Locale.ROOT);
    if (isResourceGroup()) {
      return "/subscriptions/" + place.subscription() + "/resourceGroups/" + names().getLast();
    }
    if (lower.equals(SUBSCRIPTIONS)) {
      return "/subscriptions/" + name;
    }
    return below(isOfTenant(lower) ? "" : place.id());
  }

  /** The id of the resource on the scope with that id, empty for the tenant. */
  public String below(String scope) {
    List<String> types = types();
    List<String> names = names();
    StringBuilder id = new StringBuilder(scope).append("/providers/").append(types.getFirst());
    for (int i = 0; i < names.size(); i++) {
      id.append('/').append(i + 1 < types.size() ? types.get(i + 1) : "");
      id.append('/').append(names.get(i));
    }
    return id.toString();
  }

  /**
   * The same in the words of the resource itself when it extends another one and is written with
   * that one's type before its own: {@code Microsoft.Storage/storageAccounts/providers/locks}.
   */
  public ResourceName own() {
    int at = type.toLowerCase(Locale.ROOT).lastIndexOf(EXTENSION);
    if (at < 0) {
      return this;
    }
    int before = type.substring(0, at).split("/", -1).length - 1;
    if (names().size() <= before) {
      return this;
    }
    List<String> own = names().subList(before + 1, names().size());
    String namespace = names().get(before);
    return new ResourceName(
        namespace + "/" + type.substring(at + EXTENSION.length()), String.join("/", own));
  }

  private static boolean isOfTenant(String lower) {
    return lower.startsWith("microsoft.management/managementgroups")
        || lower.equals("microsoft.subscription/aliases");
  }

  private List<String> types() {
    return List.of(type.split("/", -1));
  }

  private List<String> names() {
    return List.of(name.split("/", -1));
  }
}
