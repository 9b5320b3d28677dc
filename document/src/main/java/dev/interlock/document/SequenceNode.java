package dev.interlock.document;

import java.util.List;

/**
 * A list.
 *
 * @param items in written order
 */
public record SequenceNode(List<Node> items, int line, int column) implements Node {

  @Override
  public String describe() {
    return "a list";
  }
}
