package dev.interlock.document;

import dev.interlock.finding.SourceRef;

/**
 * One document of a YAML stream, or one JSON text.
 *
 * @param file as the user named it
 * @param root the whole document
 */
public record Document(String file, Node root) {

  /** The place of one of this document's nodes. */
  public SourceRef sourceOf(Node node) {
    return node.in(file);
  }
}
