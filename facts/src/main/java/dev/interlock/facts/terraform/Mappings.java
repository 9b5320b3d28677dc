package dev.interlock.facts.terraform;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The mappings of resource types, each read when a plan has such a resource. */
final class Mappings {

  private static final Pattern TYPE = Pattern.compile("azurerm_[a-z0-9_]+");

  private final Map<String, Optional<Mapping>> read = new HashMap<>();

  /** The mapping of a type; null when there is none. */
  @Nullable Mapping of(String type) {
    return read.computeIfAbsent(type, Mappings::read).orElse(null);
  }

  private static Optional<Mapping> read(String type) {
    if (!TYPE.matcher(type).matches()) {
      return Optional.empty();
    }
    String file = "azurerm/" + type + ".yaml";
    try (InputStream stream = Mappings.class.getResourceAsStream(file)) {
      if (stream == null) {
        return Optional.empty();
      }
      String text = new String(stream.readAllBytes(), StandardCharsets.UTF_8);
      return Optional.of(MappingFile.parse(text, file));
    } catch (IOException e) {
      throw new IllegalStateException(file + " cannot be read", e);
    }
  }
}
