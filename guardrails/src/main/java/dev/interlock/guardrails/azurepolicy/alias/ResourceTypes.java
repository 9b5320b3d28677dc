package dev.interlock.guardrails.azurepolicy.alias;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Which resource types support tags and location. Safe for use by several threads. */
public final class ResourceTypes {

  private static final String RESOURCE = "resource-types.txt";

  private final Map<String, Boolean> given;
  private volatile @Nullable Map<String, Boolean> shipped;

  private ResourceTypes(@Nullable Map<String, Boolean> shipped, Map<String, Boolean> given) {
    this.shipped = shipped;
    this.given = given;
  }

  /** The table that comes with the product; it is read when it is first asked. */
  public static ResourceTypes shipped() {
    return new ResourceTypes(null, Map.of());
  }

  /** This table, in which what is given holds. */
  public ResourceTypes with(Map<String, Boolean> supported) {
    Map<String, Boolean> all = new HashMap<>(given);
    supported.forEach((type, supports) -> all.put(Casing.lower(type), supports));
    return new ResourceTypes(shipped, Map.copyOf(all));
  }

  /** What is known of a full resource type in any letter case. */
  public TagSupport supportsTagsAndLocation(String type) {
    String lower = Casing.lower(type);
    Boolean known = given.containsKey(lower) ? given.get(lower) : table().get(lower);
    if (known == null) {
      return TagSupport.UNKNOWN;
    }
    return known ? TagSupport.YES : TagSupport.NO;
  }

  /**
   * Whether mode Indexed evaluates resources of that type. Of types the table does not know, those
   * of the top level usually have tags and a location, and those below another type do not.
   */
  public boolean isIndexed(String type) {
    return switch (supportsTagsAndLocation(type)) {
      case YES -> true;
      case NO -> false;
      case UNKNOWN -> type.chars().filter(c -> c == '/').count() == 1;
    };
  }

  private Map<String, Boolean> table() {
    Map<String, Boolean> known = shipped;
    if (known == null) {
      // Two threads may both read it; they read the same.
      known = read();
      shipped = known;
    }
    return known;
  }

  private static Map<String, Boolean> read() {
    Map<String, Boolean> types = new HashMap<>();
    String namespace = "";
    for (String line : Resources.lines(RESOURCE)) {
      char sign = line.charAt(0);
      if (sign != '+' && sign != '-') {
        namespace = line;
        continue;
      }
      for (String type : line.substring(2).split(" ")) {
        types.put(Casing.lower(namespace + "/" + type), sign == '+');
      }
    }
    return types;
  }
}
