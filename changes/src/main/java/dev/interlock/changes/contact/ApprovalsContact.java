package dev.interlock.changes.contact;

import dev.interlock.changes.Stated;
import dev.interlock.changes.people.Directory;
import dev.interlock.estate.ApprovalPolicy.TierApprovals;
import dev.interlock.evidence.Approval;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Everybody whom the policy asks at this tier agreed to exactly this version of the change. */
final class ApprovalsContact implements ContactJudge {

  @Override
  public ContactName name() {
    return ContactName.APPROVALS;
  }

  @Override
  public Judged judge(Question question) {
    if (question.approvalPolicy().isEmpty()) {
      return Judged.unknown(
          name(), "The environment names no approval policy, so nobody knows who must agree.");
    }
    if (question.tier().tier() == null) {
      return Judged.unknown(name(), "Who must agree depends on the tier, and there is none.");
    }
    Optional<TierApprovals> asked = question.tierApprovals();
    if (asked.isEmpty()) {
      return Judged.open(
          name(),
          "The approval policy has no entry for tier "
              + question.tier().name()
              + ", so it lets nothing through.");
    }
    List<Seat> seats = Seat.of(asked.get().approvals(), question.environment().plants());
    Answers answers = Answers.to(question);
    Hearing hearing = new Hearing(question);
    Optional<Answer> refusal = hearing.refusal(answers);
    if (refusal.isPresent()) {
      return refused(question, refusal.get());
    }
    Optional<Answer> nameless = hearing.inNoRole(answers);
    return nameless.isPresent()
        ? unusable(question, nameless.get())
        : count(question, answers, seats);
  }

  private Judged unusable(Question question, Answer refusal) {
    return Judged.unknown(
            name(),
            question.surroundings().directory().describe(refusal.person())
                + " refused in "
                + refusal.stated().item().file()
                + " as "
                + refusal.says().role()
                + ", which is no role of the estate, so nobody can tell whether it counts.")
        .restingOn(refusal.stated());
  }

  private Judged refused(Question question, Answer refusal) {
    Directory directory = question.surroundings().directory();
    String comment = refusal.says().comment();
    return Judged.open(
            name(),
            directory.describe(refusal.person())
                + " refused as "
                + directory.roleName(refusal.says().role())
                + (comment == null ? "." : ": " + comment))
        .restingOn(refusal.stated());
  }

  private Judged count(Question question, Answers answers, List<Seat> seats) {
    List<Vacancy> vacancies = new ArrayList<>();
    List<Answer> counted = new ArrayList<>();
    SeatCount count = new SeatCount(question, answers, seats);
    for (Seat seat : seats) {
      List<Answer> taken = count.taking(seat);
      counted.addAll(taken);
      if (taken.size() < seat.count()) {
        vacancies.add(count.vacancy(seat, taken));
      }
    }
    Judged judged = vacancies.isEmpty() ? complete(question, counted) : vacant(question, vacancies);
    return new BoundaryApproval(question, answers)
        .weigh(judged)
        .restingOnAll(counted.stream().map(Answer::stated).toList())
        .saying(remarks(question, answers, vacancies))
        .until(answers.earliestExpiry(counted));
  }

  private Judged complete(Question question, List<Answer> counted) {
    Directory directory = question.surroundings().directory();
    List<String> persons =
        counted.stream().map(a -> directory.describe(a.person())).distinct().toList();
    return Judged.closed(
        name(),
        persons.isEmpty()
            ? "Nobody has to agree at tier " + question.tier().name() + "."
            : Words.and(persons) + " agreed.");
  }

  private Judged vacant(Question question, List<Vacancy> vacancies) {
    Directory directory = question.surroundings().directory();
    List<Vacancy> hopeless = vacancies.stream().filter(Vacancy::hopeless).toList();
    if (!hopeless.isEmpty()) {
      return Judged.open(
          name(), String.join(" ", hopeless.stream().map(v -> v.hopeless(directory)).toList()));
    }
    String missing = String.join(" ", vacancies.stream().map(v -> v.missing(directory)).toList());
    for (Stated<Approval> claim : Answers.untrusted(question)) {
      if (vacancies.stream().anyMatch(v -> wouldFill(v, claim.says()))) {
        return Judged.unknown(
            name(),
            "An approval by "
                + claim.says().person()
                + " in "
                + claim.item().file()
                + " does not count: "
                + claim.complaint()
                + ". "
                + missing);
      }
    }
    return Judged.pending(name(), missing);
  }

  private static boolean wouldFill(Vacancy vacancy, Approval claim) {
    return claim.answer() == Approval.Answer.APPROVE && vacancy.seat().accepts(claim);
  }

  private static String remarks(Question question, Answers answers, List<Vacancy> vacancies) {
    List<String> remarks = new ArrayList<>();
    List<Stated<Approval>> earlier = vacancies.isEmpty() ? List.of() : Answers.earlier(question);
    if (!earlier.isEmpty()) {
      remarks.add(
          Words.count(earlier.size(), "answer")
              + " to another version of the change: it was edited since, so they are asked again.");
    }
    if (!vacancies.isEmpty() && !answers.expired().isEmpty()) {
      remarks.add(Words.count(answers.expired().size(), "approval") + " expired.");
    }
    for (Stated<Approval> claim : Answers.untrusted(question)) {
      if (claim.says().answer() == Approval.Answer.REJECT) {
        remarks.add(
            "A refusal in " + claim.item().file() + " does not count: " + claim.complaint() + ".");
      }
    }
    remarks.addAll(new Hearing(question).remarks(answers));
    return String.join(" ", remarks);
  }
}
