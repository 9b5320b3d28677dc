package dev.interlock.estate.checks;

import dev.interlock.estate.Kind;
import dev.interlock.finding.SourceRef;

/**
 * A document's name was read, whether or not the rest could be: naming it is no dangling reference.
 *
 * @param source where the name stands
 */
public record Declared(Kind kind, String name, SourceRef source) {}
