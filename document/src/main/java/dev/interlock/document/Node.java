package dev.interlock.document;

import dev.interlock.finding.SourceRef;

/**
 * A value of a YAML or JSON document with the place where it was written. Lines and columns are
 * 1-based; a node does not repeat the file's name, its {@link Document} knows it.
 */
public sealed interface Node permits MappingNode, SequenceNode, ScalarNode, UnknownNode {

  /** Where the value begins, 1-based. */
  int line();

  /** Where the value begins, 1-based. */
  int column();

  /** The place of this node in the given file. */
  default SourceRef in(String file) {
    return new SourceRef(file, line(), column());
  }

  /** What it is in a user's words: mapping, list, text, number, true/false, nothing, not known. */
  String describe();
}
