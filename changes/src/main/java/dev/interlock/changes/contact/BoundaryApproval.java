package dev.interlock.changes.contact;

import dev.interlock.changes.Contact.State;
import dev.interlock.changes.people.Directory;
import dev.interlock.estate.ServiceBoundary;
import dev.interlock.estate.ServiceBoundary.Party;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/**
 * In an emergency the agreement between company and provider says whose approval it takes: somebody
 * of that side must have agreed, in a role of their own, beside all whom the policy asks.
 */
final class BoundaryApproval {

  private final Question question;
  private final Answers answers;
  private final Directory directory;

  BoundaryApproval(Question question, Answers answers) {
    this.question = question;
    this.answers = answers;
    this.directory = question.surroundings().directory();
  }

  /** What the approvals come to in the light of that agreement, where there is one. */
  Judged weigh(Judged judged) {
    Optional<ServiceBoundary> boundary = boundary();
    State state = judged.contact().state();
    if (!question.tier().emergency()
        || boundary.isEmpty()
        || state == State.OPEN
        || state == State.UNKNOWN) {
      return judged;
    }
    if (boundary.get().providerStaff().isEmpty()) {
      return Judged.unknown(
          ContactName.APPROVALS,
          "Emergencies are approved by "
              + side(boundary.get())
              + ", but nobody has said who is of the provider: name its people in providerStaff of"
              + " the service boundary.");
    }
    Optional<Answer> agreed =
        answers.live().stream()
            .filter(a -> speaksFor(boundary.get(), a.person(), a.says().role()))
            .findFirst();
    return agreed.isPresent()
        ? judged.restingOn(agreed.get().stated()).until(answers.expires(agreed.get()))
        : missing(judged, boundary.get());
  }

  private Judged missing(Judged judged, ServiceBoundary boundary) {
    String sentence =
        "Missing: somebody of "
            + side(boundary)
            + ", who approves emergencies here by the service boundary.";
    return judged.contact().state() == State.PENDING
        ? judged.saying(sentence)
        : Judged.pending(ContactName.APPROVALS, sentence);
  }

  private Optional<ServiceBoundary> boundary() {
    String environment = question.change().environment();
    return question.surroundings().estate().all(ServiceBoundary.class).values().stream()
        .filter(boundary -> boundary.environments().contains(environment))
        .findFirst();
  }

  /** True when somebody's approval in a role is one that the agreement asks for here. */
  boolean asks(String person, String role) {
    return question.tier().emergency()
        && boundary().filter(agreement -> speaksFor(agreement, person, role)).isPresent();
  }

  private boolean speaksFor(ServiceBoundary boundary, String person, String role) {
    boolean provider = directory.people(boundary.providerStaff()).contains(person);
    return provider == (boundary.emergencyApproval() == Party.PROVIDER)
        && !involved().contains(person)
        && directory.holders(role, question.change().environment()).contains(person);
  }

  /** Who asks for it or carries it out. */
  private Set<String> involved() {
    Set<String> involved = new HashSet<>();
    directory.person(question.change().requester()).ifPresent(involved::add);
    String executor = question.change().executor();
    if (executor != null) {
      directory.person(executor).ifPresent(involved::add);
    }
    return involved;
  }

  private static String side(ServiceBoundary boundary) {
    return boundary.emergencyApproval() == Party.PROVIDER
        ? "the provider (" + boundary.provider() + ")"
        : "the company";
  }
}
