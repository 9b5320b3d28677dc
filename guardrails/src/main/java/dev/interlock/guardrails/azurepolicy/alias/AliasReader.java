package dev.interlock.guardrails.azurepolicy.alias;

import dev.interlock.document.MappingNode;
import dev.interlock.document.Node;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads one alias as Azure prints it. */
final class AliasReader {

  private final AliasComplaints complaints;

  /** The aliases of a type mostly list the same API versions; one set serves them all. */
  private final Map<Set<String>, Set<String>> versionSets = new HashMap<>();

  AliasReader(AliasComplaints complaints) {
    this.complaints = complaints;
  }

  @Nullable Alias read(String type, Node node) {
    String name =
        node instanceof MappingNode named ? complaints.text(named.get("name"), "name") : null;
    if (!(node instanceof MappingNode alias) || name == null || name.isBlank()) {
      complaints.error(AliasCode.POL102, node, "an alias of " + type + " has no name");
      return null;
    }
    AliasPath standard = path(alias, "defaultPath", "defaultPattern", "defaultMetadata", null);
    List<Alias.Versioned> versions = versions(alias, standard);
    if (standard == null) {
      standard = newest(versions);
    }
    if (standard == null) {
      complaints.error(AliasCode.POL102, alias, name + " has no path that can be used");
      return null;
    }
    return new Alias(name, type, standard, versions);
  }

  private List<Alias.Versioned> versions(MappingNode alias, @Nullable AliasPath standard) {
    List<Alias.Versioned> versions = new ArrayList<>();
    for (Node node : complaints.list(alias.get("paths"), "paths")) {
      if (!(node instanceof MappingNode mapping)) {
        complaints.error(
            AliasCode.POL101, node, "a path must be a mapping, not " + node.describe());
        continue;
      }
      AliasPath path = path(mapping, "path", "pattern", "metadata", standard);
      if (path != null && !path.equals(standard)) {
        versions.add(new Alias.Versioned(path, apiVersions(mapping)));
      }
    }
    return versions;
  }

  private Set<String> apiVersions(MappingNode path) {
    Set<String> versions = new LinkedHashSet<>();
    for (Node node : complaints.list(path.get("apiVersions"), "apiVersions")) {
      String version = complaints.text(node, "an API version");
      if (version != null) {
        versions.add(Casing.lower(version));
      }
    }
    return versionSets.computeIfAbsent(versions, Set::copyOf);
  }

  private @Nullable AliasPath path(
      MappingNode node, String path, String pattern, String metadata, @Nullable AliasPath other) {
    String text = complaints.text(node.get(path), path);
    if (text == null || text.isEmpty()) {
      return null;
    }
    if (!AliasPath.isWellFormed(text)) {
      complaints.error(AliasCode.POL103, node, "\"" + text + "\" is no path");
      return null;
    }
    Boolean modifiable = modifiable(node.get(metadata));
    if (modifiable == null && other != null) {
      modifiable = other.modifiable();
    }
    return new AliasPath(text, pattern(node.get(pattern)), modifiable);
  }

  private @Nullable Boolean modifiable(@Nullable Node metadata) {
    if (metadata instanceof MappingNode mapping) {
      String attributes = complaints.text(mapping.get("attributes"), "attributes");
      return attributes == null ? null : attributes.equalsIgnoreCase("Modifiable");
    }
    return null;
  }

  private @Nullable AliasPattern pattern(@Nullable Node node) {
    if (!(node instanceof MappingNode mapping)
        || !"Extract".equalsIgnoreCase(mapping.text("type"))) {
      return null;
    }
    String phrase = complaints.text(mapping.get("phrase"), "phrase");
    String variable = complaints.text(mapping.get("variable"), "variable");
    AliasPattern pattern =
        new AliasPattern(phrase == null ? "" : phrase, variable == null ? "" : variable);
    if (!pattern.isUsable()) {
      complaints.warning(AliasCode.POL105, node, "nothing can be taken out by this pattern");
    }
    return pattern;
  }

  /** The path of the newest API version, where no default is given. */
  private static @Nullable AliasPath newest(List<Alias.Versioned> versions) {
    AliasPath newest = null;
    String latest = "";
    for (Alias.Versioned versioned : versions) {
      for (String version : versioned.apiVersions()) {
        if (newest == null || version.compareTo(latest) > 0) {
          newest = versioned.path();
          latest = version;
        }
      }
    }
    return newest;
  }
}
