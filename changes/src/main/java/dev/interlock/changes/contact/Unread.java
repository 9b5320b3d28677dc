package dev.interlock.changes.contact;

import dev.interlock.changes.Contact.State;
import dev.interlock.changes.Doubts;
import dev.interlock.changes.EvidenceItem;
import dev.interlock.changes.Standing;
import dev.interlock.changes.trust.Matter;
import dev.interlock.estate.Budget;
import dev.interlock.estate.Environment;
import dev.interlock.estate.Estate;
import dev.interlock.evidence.EvidenceSubject;
import dev.interlock.evidence.PredicateKind;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Has a contact judged, and makes its answer unknown when evidence that it asked for is there and
 * can't be read: it may be the bad news that outdates the good.
 */
public final class Unread {

  private final Question question;
  private final Doubts doubts;

  /** For the contacts of one question. */
  public Unread(Question question) {
    this.question = question;
    this.doubts = question.evidence().doubts(whole(question));
  }

  /** The contact's answer, in the light of what can't be read. */
  public Judged judge(ContactJudge contact) {
    Set<PredicateKind> asked = EnumSet.noneOf(PredicateKind.class);
    Judged judged = contact.judge(question.asking(question.evidence().telling(asked::add)));
    List<EvidenceItem> unread = asked.isEmpty() ? List.of() : doubts.of(asked);
    return unread.isEmpty() ? judged : weigh(contact.name(), judged, unread);
  }

  private static Judged weigh(ContactName name, Judged judged, List<EvidenceItem> unread) {
    State state = judged.contact().state();
    String sentence = sentence(unread);
    Judged weighed =
        state == State.OPEN || state == State.UNKNOWN
            ? judged.saying(sentence)
            : Judged.unknown(name, sentence).restingOn(judged.contact().evidence());
    return weighed.restingOn(unread.stream().map(EvidenceItem::label).toList());
  }

  private static String sentence(List<EvidenceItem> unread) {
    EvidenceItem first = unread.getFirst();
    String why = first.standing() instanceof Standing.Untrusted u ? u.message() : "";
    int more = unread.size() - 1;
    return "Evidence in "
        + first.file()
        + " can't be used and may be bad news: "
        + why
        + (more == 0 ? "" : "; so it is with " + Words.count(more, "more piece"))
        + ". Have it sent again, then take what can't be used away.";
  }

  /** All that evidence about the question may be about, whatever its kind. */
  private static Matter whole(Question question) {
    Estate estate = question.surroundings().estate();
    Set<String> own = own(question);
    Set<String> foreign = new HashSet<>();
    estate.all(Environment.class).keySet().forEach(e -> foreign.add(Matter.environment(e)));
    estate.all(Budget.class).keySet().forEach(b -> foreign.add(Matter.budget(b)));
    foreign.removeAll(own);
    return new Matter(EnumSet.allOf(PredicateKind.class), subjects(question), own, foreign);
  }

  /** Everything that evidence about this change may be about. */
  private static Set<String> subjects(Question question) {
    Set<String> subjects = new HashSet<>();
    subjects.add(question.subject());
    subjects.add(question.environmentSubject());
    question
        .change()
        .allArtifacts()
        .forEach(artifact -> subjects.add(EvidenceSubject.ofDigest("", artifact).sha256()));
    String budget = question.environment().budget();
    if (budget != null) {
      subjects.add(EvidenceSubject.ofName("budget/" + budget).sha256());
    }
    return subjects;
  }

  /** The environments that this change goes to or comes from, and the budget that pays for it. */
  private static Set<String> own(Question question) {
    Estate estate = question.surroundings().estate();
    Set<String> own = new HashSet<>();
    String name = question.change().environment();
    while (name != null && own.add(Matter.environment(name))) {
      name = estate.find(Environment.class, name).map(Environment::promotesFrom).orElse(null);
    }
    String budget = question.environment().budget();
    if (budget != null) {
      own.add(Matter.budget(budget));
    }
    return own;
  }
}
