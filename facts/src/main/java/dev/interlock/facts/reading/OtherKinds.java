package dev.interlock.facts.reading;

import dev.interlock.document.MappingNode;
import dev.interlock.document.SequenceNode;

/** Knows what a user may name by mistake, to say what it is instead of "unknown". */
final class OtherKinds implements Recogniser {

  @Override
  public Recognised recognise(MappingNode body, MappingNode envelope, String file) {
    if (body.get("services") instanceof MappingNode && body.get("kind") == null) {
      return new Recognised.Other(Problem.COMPOSE, "this is a compose file, not a manifest");
    }
    if (body.get("data") instanceof MappingNode data
        && data.get("columns") instanceof SequenceNode
        && data.get("rows") instanceof SequenceNode rows) {
      String message = "these Resource Graph rows are in the table format";
      return new Recognised.Wrong(Problem.TABLE_FORMAT.at(rows.in(file), message));
    }
    return new Recognised.Unknown();
  }
}
