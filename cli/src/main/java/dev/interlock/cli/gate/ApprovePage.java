package dev.interlock.cli.gate;

import dev.interlock.changes.MissingApproval;
import java.util.List;

/**
 * The page of the console on which people answer.
 *
 * @param address of the change
 */
record ApprovePage(String address) implements ApprovalWay {

  @Override
  public String verb() {
    return "signs in and answers at";
  }

  @Override
  public List<String> of(MissingApproval missing) {
    return List.of(address);
  }
}
