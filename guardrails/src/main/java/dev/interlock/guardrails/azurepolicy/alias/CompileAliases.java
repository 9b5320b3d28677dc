package dev.interlock.guardrails.azurepolicy.alias;

import dev.interlock.document.Document;
import dev.interlock.document.DocumentReader;
import dev.interlock.document.MappingNode;
import dev.interlock.document.Node;
import dev.interlock.document.ReadOptions;
import dev.interlock.document.ScalarNode;
import dev.interlock.finding.Diagnostic;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Makes the shipped table of aliases from newer facts: a JSON object that gives each alias its
 * default path, alone or under {@code aliases}. Run by hand; the table is kept in the repository.
 */
public final class CompileAliases {

  /** How much of a block is decoded at once, before compression. */
  private static final int BLOCK_CHARS = 24_000;

  private CompileAliases() {}

  /**
   * Compiles.
   *
   * @param args the file of facts, not compressed, and the file to write
   */
  public static void main(String[] args) throws IOException {
    Files.write(Path.of(args[1]), compile(facts(Path.of(args[0]))));
  }

  /** The table that holds these aliases, given with their default paths. */
  static byte[] compile(Map<String, String> paths) throws IOException {
    List<PackedAliases.Block> blocks = new ArrayList<>();
    List<PackedAliases.Group> pending = new ArrayList<>();
    int chars = 0;
    for (PackedAliases.Group group : groups(paths)) {
      pending.add(group);
      chars += group.entries().stream().mapToInt(entry -> entry.suffix().length()).sum();
      if (chars >= BLOCK_CHARS) {
        blocks.add(PackedAliases.pack(pending));
        pending.clear();
        chars = 0;
      }
    }
    blocks.add(PackedAliases.pack(pending));
    return PackedAliases.write(blocks);
  }

  private static List<PackedAliases.Group> groups(Map<String, String> paths) {
    Map<String, List<String>> byType = new TreeMap<>();
    Map<String, String> ordered = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    ordered.putAll(paths);
    for (String name : ordered.keySet()) {
      String type = Casing.lower(name.substring(0, name.lastIndexOf('/')));
      byType.computeIfAbsent(type, _ -> new ArrayList<>()).add(name);
    }
    return byType.values().stream().map(names -> group(names, ordered)).toList();
  }

  private static PackedAliases.Group group(List<String> names, Map<String, String> paths) {
    List<PackedAliases.Entry> entries = new ArrayList<>();
    Map<String, Integer> spellings = new HashMap<>();
    for (String name : names) {
      int slash = name.lastIndexOf('/');
      spellings.merge(name.substring(0, slash), 1, Integer::sum);
      String suffix = name.substring(slash + 1);
      entries.add(
          new PackedAliases.Entry(suffix, PathCode.encode(suffix, paths.getOrDefault(name, ""))));
    }
    return new PackedAliases.Group(commonest(spellings), entries);
  }

  /** Types are spelled in several ways; the table keeps the commonest, the first of equals. */
  private static String commonest(Map<String, Integer> spellings) {
    return new TreeMap<>(spellings)
        .entrySet().stream().max(Map.Entry.comparingByValue()).orElseThrow().getKey();
  }

  private static Map<String, String> facts(Path file) {
    List<Document> documents = new ArrayList<>();
    List<Diagnostic> wrong =
        DocumentReader.with(ReadOptions.exported()).read(file, file.toString(), documents::add);
    if (!wrong.isEmpty() || !(documents.getFirst().root() instanceof MappingNode root)) {
      throw new IllegalStateException("no facts: " + wrong);
    }
    Node aliases = root.get("aliases");
    Map<String, String> paths = new HashMap<>();
    for (MappingNode.Entry entry : (aliases instanceof MappingNode m ? m : root).entries()) {
      if (entry.value() instanceof ScalarNode path && entry.key().contains("/")) {
        paths.put(entry.key(), path.text());
      }
    }
    return paths;
  }
}
