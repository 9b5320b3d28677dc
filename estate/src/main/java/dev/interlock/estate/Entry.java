package dev.interlock.estate;

import dev.interlock.finding.SourceRef;
import java.util.Map;

/**
 * One document of the estate.
 *
 * @param kind what it is
 * @param name unique within its kind
 * @param labels free-form, for people and selection
 * @param spec what it says
 * @param source where the document begins
 */
public record Entry<S extends Spec>(
    Kind kind, String name, Map<String, String> labels, S spec, SourceRef source) {

  public Entry {
    labels = Map.copyOf(labels);
  }
}
