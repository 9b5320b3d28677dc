package dev.interlock.facts.arm.template;

import dev.interlock.document.MappingNode;
import dev.interlock.document.MappingNode.Entry;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Finds entries of a mapping by their key in any letter case, also where there are thousands. */
public final class Index {

  private final Map<String, Entry> entries;

  private Index(Map<String, Entry> entries) {
    this.entries = entries;
  }

  /** Of a mapping; of two keys that differ in letter case only the first counts. */
  public static Index of(MappingNode mapping) {
    Map<String, Entry> entries = HashMap.newHashMap(mapping.entries().size());
    mapping.entries().forEach(entry -> entries.putIfAbsent(folded(entry.key()), entry));
    return new Index(entries);
  }

  /** The entry; null when there is none. */
  public @Nullable Entry find(String key) {
    return entries.get(folded(key));
  }

  private static String folded(String key) {
    return key.toLowerCase(Locale.ROOT);
  }
}
