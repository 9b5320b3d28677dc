package dev.interlock.cli.gate;

import dev.interlock.changes.MissingApproval;
import java.util.List;

/** How people give the approvals that are missing. */
interface ApprovalWay {

  /** What they do, as the end of a sentence. */
  String verb();

  /** What to copy: a command over several lines, or an address. */
  List<String> of(MissingApproval missing);
}
