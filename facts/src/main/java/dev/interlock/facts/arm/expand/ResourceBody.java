package dev.interlock.facts.arm.expand;

import dev.interlock.document.MappingNode;
import dev.interlock.document.MappingNode.Entry;
import dev.interlock.document.Node;
import dev.interlock.document.ScalarNode;
import dev.interlock.expression.ObjectValue;
import dev.interlock.expression.Value;
import dev.interlock.facts.Plane;
import dev.interlock.facts.Resource;
import dev.interlock.facts.arm.place.ResourceName;
import dev.interlock.facts.arm.template.Keys;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A planned resource as an inventory would have it, at the places where the template has it. */
final class ResourceBody {

  /** What tells how something is deployed, and what is written anew. */
  private static final Set<String> OF_DEPLOYMENT =
      Set.of(
          "type",
          "name",
          "apiversion",
          "scope",
          "dependson",
          "condition",
          "copy",
          "comments",
          "metadata",
          "existing",
          "resources",
          "asserts",
          "subscriptionid",
          "resourcegroup",
          "$options",
          "@options");

  private static final List<String> FIRST =
      List.of("location", "tags", "sku", "kind", "identity", "zones");

  /** A node takes about so many characters. */
  private static final int CHARACTERS = 8;

  private final PlannedResource planned;
  private final MappingNode node;
  private final List<Entry> entries = new ArrayList<>();

  private ResourceBody(PlannedResource planned) {
    this.planned = planned;
    this.node = planned.node();
  }

  /** True for a key that is no part of the resource itself. */
  static boolean isOfDeployment(String key) {
    return OF_DEPLOYMENT.contains(key.toLowerCase(Locale.ROOT));
  }

  /** The resource. */
  static Resource of(PlannedResource planned) {
    return new ResourceBody(planned).resource();
  }

  private Resource resource() {
    ResourceName own = planned.resource().own();
    ObjectValue body = planned.body();
    planned.deployment().expansion().run().spend(body.weight() / CHARACTERS);
    text("id", planned.id());
    text("type", own.type());
    name(own);
    apiVersion();
    Map<String, Value> rest = new LinkedHashMap<>();
    body.toMap().forEach((key, value) -> rest.put(key, value));
    FIRST.forEach(key -> take(rest, key));
    if (planned.there().extended() != null || Keys.get(node, "scope") != null) {
      text("scope", planned.there().id());
    } else if (!own.type().equals(planned.resource().type())) {
      text("scope", planned.id().substring(0, planned.id().lastIndexOf("/providers/")));
    }
    Value properties = rest.remove("properties");
    List.copyOf(rest.keySet()).forEach(key -> take(rest, key));
    properties(properties);
    dependsOn();
    return new Resource(
        Plane.AZURE,
        own.type(),
        planned.id(),
        own.name(),
        new MappingNode(entries, node.line(), node.column()),
        planned.deployment().template().file());
  }

  private void apiVersion() {
    Node there = Keys.get(node, "apiVersion");
    add(
        "apiVersion",
        there == null
            ? new ScalarNode("", "", node.line(), node.column())
            : Positions.of(planned.evaluate(there), there));
  }

  private void name(ResourceName own) {
    if (planned.givenName().isKnown()) {
      text("name", own.name());
    } else {
      add("name", Positions.of(planned.givenName(), written("name")));
    }
  }

  private void properties(@Nullable Value properties) {
    Node written = written("properties");
    add("properties", Positions.of(properties == null ? ObjectValue.EMPTY : properties, written));
  }

  private void take(Map<String, Value> rest, String key) {
    Value value = rest.remove(key);
    if (value != null) {
      add(key, Positions.of(value, written(key)));
    }
  }

  private void dependsOn() {
    add("dependsOn", Dependencies.of(planned));
  }

  private void text(String key, String text) {
    Node written = written(key);
    add(key, new ScalarNode(text, text, written.line(), written.column()));
  }

  private void add(String key, Node value) {
    entries.add(new Entry(key, value.line(), value.column(), value));
  }

  private Node written(String key) {
    Node there = Keys.get(node, key);
    return there == null ? node : there;
  }
}
