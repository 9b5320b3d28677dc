package dev.interlock.guardrails.azurepolicy.alias;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** The table that comes with the product, decoded as far as it is asked. */
final class ShippedAliases {

  private static final String RESOURCE = "aliases.bin";

  private final Map<String, Map<String, PackedAliases.Entry>> decoded = new ConcurrentHashMap<>();
  private volatile @Nullable Contents contents;

  /** What is read at the first question. */
  private record Contents(
      Map<String, PackedAliases.Block> blocks,
      Map<String, String> spellings,
      Corrections corrections) {}

  /**
   * The aliases of a name.
   *
   * @param lower in lower case
   */
  List<Alias> named(String lower) {
    Contents known = contents();
    List<Alias> corrected = known.corrections().aliases().get(lower);
    if (corrected != null) {
      return corrected;
    }
    int slash = lower.lastIndexOf('/');
    String type = slash < 0 ? "" : lower.substring(0, slash);
    PackedAliases.Entry entry = entries(type).get(lower.substring(slash + 1));
    return entry == null ? List.of() : List.of(alias(type, entry));
  }

  /** The names that share everything before the last slash with a name in lower case. */
  List<String> besides(String lower) {
    int slash = lower.lastIndexOf('/');
    if (slash < 0) {
      return List.of();
    }
    String type = lower.substring(0, slash);
    List<String> names = new ArrayList<>();
    entries(type).values().forEach(entry -> names.add(alias(type, entry).name()));
    contents().corrections().aliases().values().stream()
        .map(aliases -> aliases.getFirst().name())
        .filter(name -> Casing.lower(name).lastIndexOf('/') == slash)
        .filter(name -> Casing.lower(name).startsWith(type))
        .forEach(names::add);
    return names;
  }

  private Alias alias(String lowerType, PackedAliases.Entry entry) {
    Contents known = contents();
    String spelling = known.spellings().getOrDefault(lowerType, lowerType);
    String type = known.corrections().childType(spelling, entry);
    AliasPath path = AliasPath.of(PathCode.decode(entry.suffix(), entry.code()));
    return new Alias(spelling + "/" + entry.suffix(), type, path, List.of());
  }

  private Map<String, PackedAliases.Entry> entries(String lowerType) {
    Map<String, PackedAliases.Entry> known = decoded.get(lowerType);
    if (known == null) {
      PackedAliases.Block block = contents().blocks().get(lowerType);
      if (block == null) {
        return Map.of();
      }
      decode(block);
      known = decoded.getOrDefault(lowerType, Map.of());
    }
    return known;
  }

  private void decode(PackedAliases.Block block) {
    try {
      for (PackedAliases.Group group : PackedAliases.unpack(block)) {
        Map<String, PackedAliases.Entry> entries = HashMap.newHashMap(group.entries().size());
        for (PackedAliases.Entry entry : group.entries()) {
          entries.put(Casing.lower(entry.suffix()), entry);
        }
        decoded.put(Casing.lower(group.type()), entries);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("the table of aliases is damaged", e);
    }
  }

  private Contents contents() {
    Contents known = contents;
    if (known == null) {
      // Two threads may both read it; they read the same.
      known = read();
      contents = known;
    }
    return known;
  }

  private static Contents read() {
    Map<String, PackedAliases.Block> blocks = new HashMap<>();
    Map<String, String> spellings = new HashMap<>();
    try (InputStream in = Resources.open(RESOURCE)) {
      for (PackedAliases.Block block : PackedAliases.read(in.readAllBytes())) {
        for (String type : block.types()) {
          blocks.put(Casing.lower(type), block);
          spellings.put(Casing.lower(type), type);
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException("the table of aliases is damaged", e);
    }
    return new Contents(blocks, spellings, Corrections.shipped());
  }
}
