package dev.interlock.changes.contact;

import dev.interlock.changes.people.Directory;
import dev.interlock.changes.people.Term;
import dev.interlock.estate.ApprovalPolicy.Requirement;
import dev.interlock.estate.ApprovalPolicy.TierApprovals;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Who asks, who agrees and who carries it out are different persons, whatever accounts they use;
 * nobody agrees in two roles. An executor must be named before a go wherever the tier asks for
 * approvals: an auditor wants to know beforehand, not afterwards.
 */
final class SegregationContact implements ContactJudge {

  @Override
  public ContactName name() {
    return ContactName.SEGREGATION;
  }

  @Override
  public Judged judge(Question question) {
    Directory directory = question.surroundings().directory();
    String requesterAccount = question.change().requester();
    Optional<String> requester = directory.person(requesterAccount);
    if (requester.isEmpty()) {
      return Judged.unknown(name(), nobodyBehind("asks for it", requesterAccount));
    }
    if (question.tierApprovals().isEmpty()) {
      return Judged.unknown(
          name(), "No approval policy says for this tier who may carry out what they asked for.");
    }
    Answers answers = Answers.to(question);
    List<String> breaches = new ArrayList<>(approverBreaches(question, answers));
    breaches.addAll(new OneKeyEach(question).breaches(answers.live()));
    if (!directory.presentAt(requester.get(), question.now())) {
      breaches.add(directory.describe(requester.get()) + ", who asked for it, has left.");
    }
    approvedBy(answers, requester.get())
        .ifPresent(
            a -> breaches.add(directory.describe(a.person()) + " asked for it and approved it."));
    return withExecutor(question, requester.get(), answers, breaches)
        .restingOn(labels(answers, breaches))
        .until(directory.term(requester.get()).until());
  }

  private Judged withExecutor(
      Question question, String requester, Answers answers, List<String> breaches) {
    Directory directory = question.surroundings().directory();
    TierApprovals asked = question.tierApprovals().orElseThrow();
    String account = question.change().executor();
    if (account == null) {
      boolean anybody = asked.approvals().isEmpty() && asked.requesterMayExecute();
      return breaches.isEmpty() && !anybody
          ? Judged.pending(name(), "Nobody is named yet who carries it out.")
          : conclude(breaches, "Anybody may carry out a change of this tier.");
    }
    Optional<String> executor = directory.person(account);
    if (executor.isEmpty()) {
      return bySystem(question, requester, account, breaches);
    }
    String person = executor.get();
    if (!directory.presentAt(person, question.now())) {
      breaches.add(directory.describe(person) + ", who is to carry it out, has left.");
    }
    if (person.equals(requester) && !asked.requesterMayExecute()) {
      breaches.add(directory.describe(person) + " asked for it and is to carry it out.");
    }
    approvedBy(answers, person)
        .ifPresent(
            a -> breaches.add(directory.describe(person) + " approved it and is to carry it out."));
    return conclude(
            breaches,
            describe(question, requester) + " " + directory.describe(person) + " carries it out.")
        .until(directory.term(person).until());
  }

  private Judged bySystem(
      Question question, String requester, String account, List<String> breaches) {
    Directory directory = question.surroundings().directory();
    if (breaches.isEmpty() && !directory.isSystem(account)) {
      return Judged.unknown(name(), nobodyBehind("carries it out", account));
    }
    Optional<Term> term = directory.systemTerm(account, question.now());
    if (directory.isSystem(account) && term.isEmpty()) {
      breaches.add("System " + account + ", which is to carry it out, has no key in force.");
    }
    return conclude(breaches, describe(question, requester) + " " + account + " carries it out.")
        .until(term.map(Term::until).orElse(null));
  }

  private Judged conclude(List<String> breaches, String otherwise) {
    return breaches.isEmpty()
        ? Judged.closed(name(), otherwise)
        : Judged.open(name(), String.join(" ", new TreeSet<>(breaches)));
  }

  private static String describe(Question question, String requester) {
    return question.surroundings().directory().describe(requester) + " asked for it,";
  }

  private static String nobodyBehind(String does, String account) {
    return "Who "
        + does
        + " can't be told: the estate knows no one person behind \""
        + account
        + "\".";
  }

  private static Optional<Answer> approvedBy(Answers answers, String person) {
    return answers.live().stream().filter(a -> a.person().equals(person)).findFirst();
  }

  private static List<String> approverBreaches(Question question, Answers answers) {
    Directory directory = question.surroundings().directory();
    Set<String> asked =
        question.tierApprovals().orElseThrow().approvals().stream()
            .map(Requirement::role)
            .collect(Collectors.toSet());
    Map<String, Set<String>> rolesByPerson = new TreeMap<>();
    for (Answer answer : answers.live()) {
      rolesByPerson
          .computeIfAbsent(answer.person(), _ -> new TreeSet<>())
          .add(answer.says().role());
    }
    List<String> breaches = new ArrayList<>();
    rolesByPerson.forEach((person, roles) -> {
      Set<String> counted = new TreeSet<>(roles);
      counted.retainAll(asked);
      if (counted.size() > 1 || inConflict(directory, List.copyOf(roles))) {
        breaches.add(
            directory.describe(person)
                + " approved it in more than one role: "
                + Words.and(roles.stream().map(directory::roleName).toList())
                + ".");
      }
    });
    return breaches;
  }

  private static boolean inConflict(Directory directory, List<String> roles) {
    for (int i = 0; i < roles.size(); i++) {
      for (int j = i + 1; j < roles.size(); j++) {
        if (directory.conflict(roles.get(i), roles.get(j))) {
          return true;
        }
      }
    }
    return false;
  }

  private static List<String> labels(Answers answers, List<String> breaches) {
    return breaches.isEmpty()
        ? List.of()
        : answers.live().stream().map(a -> a.stated().item().label()).toList();
  }
}
