package dev.interlock.changes.contact;

import dev.interlock.changes.people.Directory;
import dev.interlock.estate.ApprovalPolicy;
import dev.interlock.evidence.Approval;
import dev.interlock.finding.Suggestion;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Whose answers are heard. Yes is heard in a role that is asked; no is heard from everybody whom
 * the environment's policy asks at any tier, whatever role it names: to stop takes less than to let
 * go.
 */
public final class Hearing {

  private final Question question;
  private final Directory directory;
  private final String environment;
  private final List<Seat> seats;

  /** Hears answers to the change of a question. */
  public Hearing(Question question) {
    this.question = question;
    this.directory = question.surroundings().directory();
    this.environment = question.change().environment();
    List<String> plants = question.environment().plants();
    this.seats =
        question.approvalPolicy().map(ApprovalPolicy::tiers).stream()
            .flatMap(List::stream)
            .flatMap(tier -> Seat.of(tier.approvals(), plants).stream())
            .toList();
  }

  /** A refusal that stands: it was not taken back, and who gave it is heard. */
  Optional<Answer> refusal(Answers answers) {
    return answers.rejections().stream()
        .filter(refusal -> isHeard(refusal) && !isTakenBack(refusal, answers))
        .findFirst();
  }

  /** A refusal in a role that the estate does not have, by somebody who is not asked. */
  Optional<Answer> inNoRole(Answers answers) {
    return answers.rejections().stream()
        .filter(refusal -> !isHeard(refusal) && !isRole(refusal.says().role()))
        .findFirst();
  }

  /** Answers that count for nothing, a sentence each. */
  List<String> remarks(Answers answers) {
    Stream<Answer> unheard = answers.rejections().stream().filter(a -> !isHeard(a));
    Stream<Answer> misplaced =
        answers.live().stream()
            .filter(a -> !isRole(a.says().role()) || a.says().plant() != null)
            .filter(a -> complaint(a.says()).isPresent());
    List<String> remarks = new ArrayList<>();
    Stream.concat(unheard, misplaced)
        .forEach(answer ->
            remarks.add(
                (answer.approves() ? "An approval in " : "A refusal in ")
                    + answer.stated().item().file()
                    + " does not count: "
                    + complaint(answer.says()).orElse("nobody asks for it")
                    + "."));
    return remarks;
  }

  /** Why an answer counts for nothing; empty when it is heard. */
  public Optional<String> complaint(Approval says) {
    String person = directory.person(says.person()).orElse(says.person());
    if (says.answer() == Approval.Answer.REJECT) {
      return isHeard(person, says)
          ? Optional.empty()
          : Optional.of("nobody asks " + directory.describe(person) + " in " + environment);
    }
    if (!isRole(says.role())) {
      return Optional.of(
          "the estate has no role \""
              + says.role()
              + "\""
              + Suggestion.didYouMean(says.role(), directory.roleNames())
                  .map(hint -> " (" + hint + ")")
                  .orElse(""));
    }
    return isAsked(person, says)
        ? Optional.empty()
        : Optional.of(
            directory.describe(person)
                + " is not asked as "
                + directory.roleName(says.role())
                + (says.plant() == null ? "" : " for " + says.plant())
                + " in "
                + environment);
  }

  private boolean isHeard(Answer answer) {
    return isHeard(answer.person(), answer.says());
  }

  private boolean isHeard(String person, Approval says) {
    return isAsked(person, says)
        || seats.stream().anyMatch(seat -> seat.holders(directory, environment).contains(person));
  }

  private boolean isAsked(String person, Approval says) {
    return seats.stream()
            .anyMatch(s -> s.accepts(says) && s.holders(directory, environment).contains(person))
        || new BoundaryApproval(question, Answers.NONE).asks(person, says.role());
  }

  /**
   * A no in a role that is asked is taken back in that role only, which the answers have done. Any
   * other no is taken back by a later yes in a role in which the person is asked.
   */
  private boolean isTakenBack(Answer refusal, Answers answers) {
    return !isAsked(refusal.person(), refusal.says())
        && Stream.concat(answers.live().stream(), answers.expired().stream())
            .filter(later -> later.person().equals(refusal.person()))
            .filter(later -> later.says().at().isAfter(refusal.says().at()))
            .anyMatch(later -> isAsked(later.person(), later.says()));
  }

  private boolean isRole(String role) {
    return directory.roleNames().contains(role);
  }
}
