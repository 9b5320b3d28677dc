package dev.interlock.facts.arm.expand;

import dev.interlock.document.Node;
import dev.interlock.expression.StringValue;
import dev.interlock.expression.Value;
import dev.interlock.facts.arm.place.Place;
import dev.interlock.facts.arm.place.ResourceName;
import dev.interlock.facts.arm.template.Keys;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What a resource is deployed to: a place, or another resource that it extends.
 *
 * @param extended the id of the resource that is extended; null when it is none
 */
record ResourceScope(Place place, @Nullable String extended) {

  private static final String GROUPS = "/providers/Microsoft.Management/managementGroups/";

  static ResourceScope of(Place place) {
    return new ResourceScope(place, null);
  }

  /** By what the resource says; the place of its deployment where it says nothing. */
  static ResourceScope of(Place here, PlannedResource resource, @Nullable PlannedResource parent) {
    if (parent != null) {
      return new ResourceScope(here, parent.id());
    }
    Node scope = Keys.get(resource.node(), "scope");
    if (scope != null) {
      return resource.evaluate(scope) instanceof StringValue text && !text.isSecret()
          ? of(here, text.text())
          : new ResourceScope(here, here.id() + "/" + PlannedResource.NOT_KNOWN);
    }
    return of(named(here, resource));
  }

  private static Place named(Place here, PlannedResource resource) {
    String subscription = told(resource, "subscriptionId");
    String group = told(resource, "resourceGroup");
    if (group != null) {
      String in = subscription == null ? here.subscription() : subscription;
      return Place.group(in == null ? PlannedResource.NOT_KNOWN : in, group);
    }
    return subscription == null ? here : Place.subscription(subscription);
  }

  private static @Nullable String told(PlannedResource resource, String key) {
    Node node = Keys.get(resource.node(), key);
    if (node == null) {
      return null;
    }
    Value value = resource.evaluate(node);
    return value instanceof StringValue text && !text.isSecret()
        ? text.text()
        : PlannedResource.NOT_KNOWN;
  }

  private static ResourceScope of(Place here, String scope) {
    String id = scope.startsWith("/") ? scope : relative(here, scope);
    String[] parts = id.split("/", -1);
    if (id.equals("/")) {
      return of(Place.tenant());
    }
    if (id.regionMatches(true, 0, GROUPS, 0, GROUPS.length()) && parts.length == 5) {
      return of(Place.managementGroup(parts[4]));
    }
    if (id.toLowerCase(Locale.ROOT).startsWith("/subscriptions/")) {
      if (parts.length == 3) {
        return of(Place.subscription(parts[2]));
      }
      if (parts.length == 5 && parts[3].equalsIgnoreCase("resourceGroups")) {
        return of(Place.group(parts[2], parts[4]));
      }
    }
    return new ResourceScope(here, id);
  }

  /** A scope without a first slash is a type and name; management groups are of the tenant. */
  private static String relative(Place here, String scope) {
    String id = "/providers/" + scope;
    return id.regionMatches(true, 0, GROUPS, 0, GROUPS.length()) ? id : here.id() + id;
  }

  /** The id of a resource there. */
  String id(ResourceName resource) {
    return extended == null ? resource.id(place) : resource.below(extended);
  }

  /** The id of the scope itself. */
  String id() {
    String id = extended == null ? place.id() : extended;
    return id.isEmpty() ? "/" : id;
  }
}
