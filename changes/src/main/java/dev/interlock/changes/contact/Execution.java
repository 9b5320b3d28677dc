package dev.interlock.changes.contact;

import dev.interlock.changes.people.Directory;
import dev.interlock.estate.ApprovalPolicy.TierApprovals;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Who may carry out a change: whom it names for that, and nobody who asked for it or approved it. A
 * person may speak for the system that the change names.
 */
public final class Execution {

  private final Question question;
  private final Directory directory;

  /** Of the change of a question. */
  public Execution(Question question) {
    this.question = question;
    this.directory = question.surroundings().directory();
  }

  /** Why an account may not; empty when nothing speaks against it. */
  public Optional<String> complaint(String account) {
    String named = question.change().executor();
    if (directory.isSystem(account)) {
      return account.equals(named)
          ? Optional.empty()
          : Optional.of("the change does not name the system " + account + " to carry it out");
    }
    return directory
        .person(account)
        .map(person -> ofPerson(person, named))
        .orElseGet(() -> Optional.of("the estate knows no one person behind \"" + account + "\""));
  }

  private Optional<String> ofPerson(String person, @Nullable String named) {
    String who = directory.describe(person);
    Optional<String> other =
        Optional.ofNullable(named).flatMap(directory::person).filter(p -> !p.equals(person));
    if (!directory.presentAt(person, question.now())) {
      return Optional.of(who + " has left");
    }
    if (other.isPresent()) {
      return Optional.of("the change names " + directory.describe(other.get()) + " for that");
    }
    if (asked(person)
        && question.tierApprovals().filter(TierApprovals::requesterMayExecute).isEmpty()) {
      return Optional.of(who + " asked for it");
    }
    return approved(person) ? Optional.of(who + " approved it") : Optional.empty();
  }

  private boolean asked(String person) {
    return directory.person(question.change().requester()).filter(person::equals).isPresent();
  }

  private boolean approved(String person) {
    return Answers.to(question).live().stream().anyMatch(a -> a.person().equals(person));
  }
}
