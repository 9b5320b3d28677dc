package dev.interlock.changes.contact;

import dev.interlock.changes.MissingApproval;
import dev.interlock.estate.ApprovalPolicy.TierApprovals;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Which approvals are missing and can still be given: what the approvals contact waits for. */
public final class VacantSeats {

  private VacantSeats() {}

  /** One for each seat, in the order of the policy. */
  public static List<MissingApproval> of(Question question) {
    Optional<TierApprovals> asked = question.tierApprovals();
    if (asked.isEmpty()) {
      return List.of();
    }
    List<Seat> seats = Seat.of(asked.get().approvals(), question.environment().plants());
    SeatCount count = new SeatCount(question, Answers.to(question), seats);
    List<MissingApproval> missing = new ArrayList<>();
    for (Seat seat : seats) {
      List<Answer> taken = count.taking(seat);
      if (taken.size() < seat.count()) {
        List<String> candidates = count.vacancy(seat, taken).candidates();
        if (!candidates.isEmpty()) {
          missing.add(new MissingApproval(seat.role(), seat.plant(), candidates));
        }
      }
    }
    return missing;
  }
}
