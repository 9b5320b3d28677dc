package dev.interlock.guardrails.azurepolicy.alias;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads the file of corrections line by line; its head explains the words. */
final class CorrectionLines {

  private final Map<String, List<Alias>> aliases = new HashMap<>();
  private final Set<String> children = new HashSet<>();
  private String phrase = "";
  private String name = "";

  void line(String line) {
    String[] words = line.split("\\s+");
    switch (words[0]) {
      case "phrase" -> phrase = words[1];
      case "alias" -> name = words[1];
      case "on" -> about(words[1], path(words[2], words.length > 3 ? words[3] : null));
      case "in" -> versions(Set.of(Casing.lower(words[1]).split(",")), path(words[2], null));
      case "child" -> children.add(Casing.lower(words[1]));
      default -> throw new IllegalStateException("no correction can be: " + line);
    }
  }

  Corrections end() {
    return new Corrections(Map.copyOf(aliases), Set.copyOf(children));
  }

  private void about(String type, AliasPath path) {
    Alias alias = new Alias(name, type, path, List.of());
    aliases.computeIfAbsent(Casing.lower(name), _ -> new ArrayList<>()).add(alias);
  }

  private void versions(Set<String> apiVersions, AliasPath path) {
    List<Alias> declared = aliases.getOrDefault(Casing.lower(name), List.of());
    Alias last = declared.removeLast();
    List<Alias.Versioned> versions = new ArrayList<>(last.versions());
    versions.add(new Alias.Versioned(path, apiVersions));
    declared.add(new Alias(last.name(), last.type(), last.standard(), versions));
  }

  private AliasPath path(String text, @Nullable String variable) {
    if (variable == null) {
      return AliasPath.of(text);
    }
    String bare = variable.substring(1, variable.length() - 1);
    return new AliasPath(text, new AliasPattern(phrase, bare), null);
  }
}
