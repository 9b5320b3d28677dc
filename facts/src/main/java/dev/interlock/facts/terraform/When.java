package dev.interlock.facts.terraform;

import dev.interlock.document.MappingNode;
import dev.interlock.document.Node;
import dev.interlock.document.ScalarNode;
import dev.interlock.document.UnknownNode;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Which blocks a rule is about: those that say certain words. */
final class When {

  private When() {}

  /** True when a block says all of the words; a rule without words is about every block. */
  static boolean says(Map<String, Node> words, Node item) {
    return words.isEmpty()
        || (item instanceof MappingNode block
            && words.entrySet().stream()
                .allMatch(word ->
                    word.getValue() instanceof ScalarNode asked
                        && asked.text().equals(block.text(word.getKey()))));
  }

  /** What is unknown of the words in any of the blocks; null when nothing is. */
  static @Nullable UnknownNode open(Map<String, Node> words, List<Node> items) {
    for (String attribute : words.keySet()) {
      for (Node item : items) {
        Node word = item instanceof MappingNode block ? block.get(attribute) : item;
        if (word instanceof UnknownNode unknown) {
          return unknown;
        }
      }
    }
    return null;
  }
}
