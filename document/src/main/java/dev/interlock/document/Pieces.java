package dev.interlock.document;

/**
 * Takes what a file holds piece by piece. A document that is a list, or a mapping around a list,
 * arrives as its elements, so that only one of them is in memory at a time; every other document
 * arrives whole.
 */
public interface Pieces {

  /**
   * True when a mapping or list under a key of a JSON text's root is never looked at, so that it is
   * read over and needs no memory; an {@link UnknownNode} stands in its place.
   */
  default boolean leavesOut(String key) {
    return false;
  }

  /** A document that holds no such list. */
  void document(Document whole);

  /**
   * One element of such a list.
   *
   * @param element the element, as a document of its own
   * @param envelope what was written around the list before it; empty for a bare list
   */
  void element(Document element, MappingNode envelope);

  /**
   * The end of a document that came as elements.
   *
   * @param envelope everything around the list, the list itself empty; for a bare list just that
   */
  void end(Document envelope);
}
