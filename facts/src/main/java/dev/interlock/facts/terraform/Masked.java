package dev.interlock.facts.terraform;

import dev.interlock.document.MappingNode;
import dev.interlock.document.MappingNode.Entry;
import dev.interlock.document.Node;
import dev.interlock.document.ScalarNode;
import dev.interlock.document.SequenceNode;
import dev.interlock.document.UnknownNode;

/** Values under names that speak of secrets, which nobody may see. */
final class Masked {

  private Masked() {}

  /** The value without what is secret in it. */
  static Node of(String name, Node value) {
    return switch (value) {
      case ScalarNode scalar when Merged.isSecretName(name) ->
          new UnknownNode(Merged.SENSITIVE, scalar.line(), scalar.column());
      case MappingNode mapping ->
          new MappingNode(
              mapping.entries().stream()
                  .map(entry ->
                      new Entry(
                          entry.key(),
                          entry.line(),
                          entry.column(),
                          of(entry.key(), entry.value())))
                  .toList(),
              mapping.line(),
              mapping.column());
      case SequenceNode list ->
          new SequenceNode(
              list.items().stream().map(item -> of(name, item)).toList(),
              list.line(),
              list.column());
      case ScalarNode _, UnknownNode _ -> value;
    };
  }
}
