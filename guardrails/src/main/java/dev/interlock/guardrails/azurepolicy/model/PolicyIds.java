package dev.interlock.guardrails.azurepolicy.model;

import java.util.Locale;

/** Resource ids of policy objects: {@code SCOPE/providers/Microsoft.Authorization/TYPE/NAME}. */
public final class PolicyIds {

  private static final String PROVIDER = "/providers/microsoft.authorization/policy";

  private PolicyIds() {}

  /** The same text for ids that are the same to Azure: letter case and a slash at the end. */
  public static String key(String id) {
    String lower = id.strip().toLowerCase(Locale.ROOT);
    return lower.endsWith("/") ? lower.substring(0, lower.length() - 1) : lower;
  }

  /** The last segment. */
  public static String name(String id) {
    String whole = id.strip();
    int end = whole.endsWith("/") ? whole.length() - 1 : whole.length();
    return whole.substring(whole.lastIndexOf('/', end - 1) + 1, end);
  }

  /** What the object is for: everything before its own segments; empty when the id names none. */
  public static String scope(String id) {
    int at = id.toLowerCase(Locale.ROOT).lastIndexOf(PROVIDER);
    return at < 0 ? "" : id.substring(0, at);
  }

  /** The id of an object at a scope; the scope may be empty. */
  public static String of(String scope, String type, String name) {
    return scope + "/providers/Microsoft.Authorization/" + type + "/" + name;
  }

  /** True for the id of an initiative. */
  public static boolean isInitiative(String id) {
    return id.toLowerCase(Locale.ROOT).contains("/policysetdefinitions/");
  }

  /**
   * True when the id does not say where the object is: it has no scope of its own, or one that is
   * filled in only at deployment, such as {@code managementGroups/placeholder}, <code>${name}
   * </code> or an expression. Such ids are matched by their last segment.
   */
  public static boolean isOpen(String id) {
    String scope = scope(id);
    return scope.isEmpty() || hasPlaceholder(scope);
  }

  /** True when a part of the id is filled in only at deployment. */
  public static boolean hasPlaceholder(String id) {
    String key = key(id);
    return key.contains("${")
        || key.startsWith("[")
        || key.contains("{{")
        || key.contains("/managementgroups/placeholder/")
        || key.endsWith("/managementgroups/placeholder");
  }
}
