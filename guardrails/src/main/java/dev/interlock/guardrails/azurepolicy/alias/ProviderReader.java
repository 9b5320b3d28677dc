package dev.interlock.guardrails.azurepolicy.alias;

import dev.interlock.document.MappingNode;
import dev.interlock.document.Node;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Reads resource providers, as Azure prints them, into aliases and what is known of their types.
 */
final class ProviderReader {

  private final AliasComplaints complaints;
  private final AliasReader reader;
  private final Map<String, Alias> aliases = new LinkedHashMap<>();
  private final Map<String, Boolean> tagSupport = new HashMap<>();

  ProviderReader(AliasComplaints complaints) {
    this.complaints = complaints;
    this.reader = new AliasReader(complaints);
  }

  List<Alias> aliases() {
    return new ArrayList<>(aliases.values());
  }

  Map<String, Boolean> tagSupport() {
    return tagSupport;
  }

  void read(MappingNode provider) {
    String namespace = complaints.text(provider.get("namespace"), "namespace");
    if (namespace == null) {
      return;
    }
    for (Node node : complaints.list(provider.get("resourceTypes"), "resourceTypes")) {
      if (node instanceof MappingNode type) {
        readType(namespace, type);
      } else {
        complaints.error(
            AliasCode.POL101, node, "a resource type must be a mapping, not " + node.describe());
      }
    }
  }

  private void readType(String namespace, MappingNode node) {
    String bare = complaints.text(node.get("resourceType"), "resourceType");
    if (bare == null) {
      complaints.error(AliasCode.POL101, node, "the resource type has no resourceType");
      return;
    }
    String type = namespace + "/" + bare;
    capabilities(type, complaints.text(node.get("capabilities"), "capabilities"));
    for (Node alias : complaints.list(node.get("aliases"), "aliases")) {
      Alias read = reader.read(type, alias);
      if (read != null) {
        add(read, alias);
      }
    }
  }

  private void capabilities(String type, @Nullable String listed) {
    if (listed != null && !listed.isBlank()) {
      List<String> words = List.of(Casing.lower(listed).split("\\s*,\\s*"));
      boolean both = words.contains("supportstags") && words.contains("supportslocation");
      tagSupport.put(type, both);
    }
  }

  private void add(Alias alias, Node at) {
    String key = Casing.lower(alias.name() + " " + alias.type());
    Alias before = aliases.put(key, alias);
    if (before != null && !before.standard().text().equalsIgnoreCase(alias.standard().text())) {
      complaints.warning(
          AliasCode.POL104,
          at,
          "%s is declared twice for %s: at %s and at %s"
              .formatted(
                  alias.name(), alias.type(), before.standard().text(), alias.standard().text()));
    }
  }
}
