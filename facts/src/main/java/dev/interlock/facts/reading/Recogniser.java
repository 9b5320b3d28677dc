package dev.interlock.facts.reading;

import dev.interlock.document.MappingNode;

/** Knows one kind of facts by its content. */
public interface Recogniser {

  /**
   * Says what a mapping is.
   *
   * @param body a document, or one element of a list
   * @param envelope what was written around the list; empty when there was none
   * @param file as the user named it
   */
  Recognised recognise(MappingNode body, MappingNode envelope, String file);
}
