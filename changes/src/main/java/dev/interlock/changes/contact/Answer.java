package dev.interlock.changes.contact;

import dev.interlock.changes.Stated;
import dev.interlock.evidence.Approval;

/**
 * The newest answer of one person in one role, for one plant or for none in particular.
 *
 * @param person resolved to the name in the estate
 */
record Answer(String person, Stated<Approval> stated) {

  Approval says() {
    return stated.says();
  }

  boolean approves() {
    return says().answer() == Approval.Answer.APPROVE;
  }
}
