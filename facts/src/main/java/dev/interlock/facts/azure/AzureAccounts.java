package dev.interlock.facts.azure;

import dev.interlock.document.MappingNode;
import dev.interlock.document.Node;
import dev.interlock.document.SequenceNode;
import dev.interlock.facts.Discovered;
import dev.interlock.facts.Discovered.ManagementGroup;
import dev.interlock.facts.Discovered.Subscription;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Subscriptions and management groups as {@code az account list}, {@code az account
 * management-group list}, {@code … show --expand --recurse} and {@code … entities list} print them.
 */
public final class AzureAccounts {

  private AzureAccounts() {}

  /** What a document or list element tells; nothing when it is of another kind. */
  public static List<Discovered> in(MappingNode body, String file) {
    List<Discovered> found = new ArrayList<>();
    collect(body, null, file, found);
    return found;
  }

  private static void collect(
      MappingNode body, @Nullable String parent, String file, List<Discovered> found) {
    String type = body.text("type") == null ? "" : String.valueOf(body.text("type"));
    String lower = type.toLowerCase(Locale.ROOT);
    String name = body.text("name");
    if (lower.endsWith("managementgroups") && name != null) {
      String above = parent == null ? parent(body) : parent;
      found.add(new ManagementGroup(file, name, body.text("displayName"), above));
      children(body, name, file, found);
    } else if (lower.endsWith("/subscriptions") && name != null) {
      String display = body.text("displayName");
      String above = parent == null ? parent(body) : parent;
      found.add(new Subscription(file, name, display == null ? name : display, above));
    } else if (isAccount(body) && name != null) {
      found.add(new Subscription(file, String.valueOf(body.text("id")), name, null));
    }
  }

  private static void children(MappingNode body, String name, String file, List<Discovered> found) {
    if (body.get("children") instanceof SequenceNode children) {
      for (Node child : children.items()) {
        if (child instanceof MappingNode mapping) {
          collect(mapping, name, file, found);
        }
      }
    }
  }

  private static boolean isAccount(MappingNode body) {
    String id = body.text("id");
    return id != null
        && id.length() == 36
        && body.text("tenantId") != null
        && (body.get("isDefault") != null || body.get("cloudName") != null);
  }

  /** The parent in {@code parent.id} or {@code details.parent.id}: the last part of that id. */
  private static @Nullable String parent(MappingNode body) {
    Node own = body.get("parent");
    Node details = body.get("details") instanceof MappingNode inner ? inner.get("parent") : null;
    String id = id(own) == null ? id(details) : id(own);
    return id == null ? null : id.substring(id.lastIndexOf('/') + 1);
  }

  private static @Nullable String id(@Nullable Node parent) {
    String id = parent instanceof MappingNode mapping ? mapping.text("id") : null;
    return id == null || id.isEmpty() ? null : id;
  }
}
