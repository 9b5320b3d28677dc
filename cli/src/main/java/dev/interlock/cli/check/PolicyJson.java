package dev.interlock.cli.check;

import dev.interlock.finding.PolicyTrail;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;

/** The way in which an Azure Policy came to a finding, as JSON; nothing for other rules. */
final class PolicyJson {

  private PolicyJson() {}

  static void write(@Nullable PolicyTrail trail, JsonGenerator json) {
    if (trail == null) {
      return;
    }
    json.writeObjectPropertyStart("policy");
    json.writeStringProperty("assignment", trail.assignment());
    json.writeStringProperty("initiative", trail.initiative());
    json.writeStringProperty("definition", trail.definition());
    json.writeStringProperty("reference", trail.reference());
    json.writeBooleanProperty("enforced", trail.enforced());
    json.writeEndObject();
  }
}
