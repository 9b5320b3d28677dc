package dev.interlock.changes.contact;

import dev.interlock.estate.ApprovalPolicy.TierApprovals;
import java.util.List;
import java.util.Optional;

/**
 * Who lifted a freeze for an emergency: holders of a role that the approval policy asks for at the
 * emergency tier, whose approval of exactly this change counts. Where the policy asks nobody,
 * nobody can.
 */
final class FreezeLift {

  private FreezeLift() {}

  /** The approvals that lift it; empty when none does. */
  static List<Answer> by(Question question) {
    Optional<TierApprovals> asked = question.tierApprovals();
    if (asked.isEmpty()) {
      return List.of();
    }
    List<Seat> seats = Seat.of(asked.get().approvals(), question.environment().plants());
    Answers answers = Answers.to(question);
    SeatCount count = new SeatCount(question, answers, seats);
    return new Hearing(question).refusal(answers).isPresent()
        ? List.of()
        : seats.stream().flatMap(seat -> count.taking(seat).stream()).distinct().toList();
  }
}
