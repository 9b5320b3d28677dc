package dev.interlock.guardrails.azurepolicy.alias;

import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What people corrected in the shipped table.
 *
 * @param aliases by name in lower case; they stand instead of what the table says
 * @param children types in lower case that some names of aliases join to the parent with a dot
 */
record Corrections(Map<String, List<Alias>> aliases, Set<String> children) {

  private static final String RESOURCE = "corrections.txt";

  static Corrections shipped() {
    return parse(Resources.lines(RESOURCE));
  }

  static Corrections parse(List<String> lines) {
    CorrectionLines read = new CorrectionLines();
    lines.forEach(read::line);
    return read.end();
  }

  /**
   * The type that an alias is about: the one before the last slash of its name, or one of its child
   * types when the name goes on with that and the path leaves it out.
   */
  String childType(String type, PackedAliases.Entry entry) {
    String found = type;
    String[] words = entry.suffix().split("\\.", -1);
    int dropped = PathCode.droppedFirst(entry.code());
    for (int i = 0; i < dropped && i < words.length; i++) {
      String child = found + "/" + words[i];
      if (!children.contains(Casing.lower(child))) {
        break;
      }
      found = child;
    }
    return found;
  }
}
