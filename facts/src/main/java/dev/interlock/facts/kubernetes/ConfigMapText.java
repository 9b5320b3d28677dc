package dev.interlock.facts.kubernetes;

import dev.interlock.document.MappingNode;
import dev.interlock.document.MappingNode.Entry;
import dev.interlock.document.Node;
import dev.interlock.document.ScalarNode;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a ConfigMap holds under {@code binaryData} becomes the same files in a pod as what it holds
 * under {@code data}. Where it is text, it is shown there, so that every rule sees it.
 */
final class ConfigMapText {

  private static final String DATA = "data";

  private ConfigMapText() {}

  /** The ConfigMap with all its text under {@code data}, each at the place where it is written. */
  static MappingNode decoded(MappingNode map) {
    if (!(map.get("binaryData") instanceof MappingNode binary)) {
      return map;
    }
    List<Entry> texts = new ArrayList<>();
    if (map.get(DATA) instanceof MappingNode data) {
      texts.addAll(data.entries());
    }
    for (Entry entry : binary.entries()) {
      String text = entry.value() instanceof ScalarNode scalar ? text(scalar.text()) : null;
      if (text != null) {
        Node node = new ScalarNode(text, text, entry.value().line(), entry.value().column());
        texts.add(new Entry(entry.key(), entry.line(), entry.column(), node));
      }
    }
    List<Entry> entries =
        new ArrayList<>(map.entries().stream().filter(e -> !e.key().equals(DATA)).toList());
    entries.add(
        new Entry(
            DATA,
            binary.line(),
            binary.column(),
            new MappingNode(List.copyOf(texts), binary.line(), binary.column())));
    return new MappingNode(List.copyOf(entries), map.line(), map.column());
  }

  private static @Nullable String text(String base64) {
    try {
      byte[] bytes = Base64.getMimeDecoder().decode(base64);
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (IllegalArgumentException | CharacterCodingException _) {
      return null;
    }
  }
}
