package dev.interlock.changes;

import dev.interlock.document.MappingNode;
import dev.interlock.document.MappingNode.Entry;
import dev.interlock.document.ScalarNode;
import java.util.Locale;
import java.util.Set;

/**
 * Tells whether a ConfigMap carries a program: a script that is run where it is mounted can do what
 * no change of settings was approved for. Told by the name of the file, by its first line, and by
 * being no text.
 */
final class ShippedProgram {

  private static final Set<String> ENDINGS =
      Set.of(
          "awk", "bash", "bat", "cjs", "class", "dash", "exe", "go", "groovy", "jar", "js", "ksh",
          "lua", "mjs", "php", "pl", "pm", "ps1", "psql", "py", "pyc", "rb", "sh", "so", "sql",
          "ts", "whl", "zip", "zsh");

  private static final String FIRST_LINE = "#!";

  private ShippedProgram() {}

  /** True when one of the files in it is a program, or something that is no text. */
  static boolean isIn(MappingNode configMap) {
    boolean binary =
        configMap.get("binaryData") instanceof MappingNode files && !files.entries().isEmpty();
    return binary
        || (configMap.get("data") instanceof MappingNode files
            && files.entries().stream().anyMatch(ShippedProgram::isProgram));
  }

  private static boolean isProgram(Entry file) {
    String name = file.key().toLowerCase(Locale.ROOT);
    boolean named =
        name.indexOf('.') >= 0 && ENDINGS.contains(name.substring(name.lastIndexOf('.') + 1));
    return named
        || (file.value() instanceof ScalarNode text
            && text.text().stripLeading().startsWith(FIRST_LINE));
  }
}
