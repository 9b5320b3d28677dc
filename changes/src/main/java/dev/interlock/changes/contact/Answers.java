package dev.interlock.changes.contact;

import dev.interlock.changes.Stated;
import dev.interlock.changes.people.Directory;
import dev.interlock.evidence.Approval;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Trusted answers to exactly this version of a change.
 *
 * @param live approvals that count and have not expired
 * @param expired approvals that were too long ago
 * @param rejections refusals that were not taken back
 * @param expireAfter how long an approval counts; null when for ever
 */
record Answers(
    List<Answer> live,
    List<Answer> expired,
    List<Answer> rejections,
    @Nullable Duration expireAfter) {

  /** Nobody has answered. */
  static final Answers NONE = new Answers(List.of(), List.of(), List.of(), null);

  /** A person's answers in one role, for one plant: the newest counts. */
  private record Voice(String person, String role, @Nullable String plant) {}

  /** Sorts what was answered. */
  static Answers to(Question question) {
    Duration expireAfter =
        question.approvalPolicy().map(p -> p.approvalsExpireAfter()).orElse(null);
    Answers answers =
        new Answers(new ArrayList<>(), new ArrayList<>(), new ArrayList<>(), expireAfter);
    for (Answer answer : newest(question).values()) {
      answers.listFor(answer, question.now()).add(answer);
    }
    return answers;
  }

  private static Map<Voice, Answer> newest(Question question) {
    Directory directory = question.surroundings().directory();
    Map<Voice, Answer> newest = new LinkedHashMap<>();
    for (Stated<Approval> stated : trusted(question)) {
      Approval says = stated.says();
      String person = directory.person(says.person()).orElse(says.person());
      newest.merge(
          new Voice(person, says.role(), says.plant()), new Answer(person, stated), Answers::later);
    }
    return newest;
  }

  private static List<Stated<Approval>> trusted(Question question) {
    return question
        .evidence()
        .trusted(Approval.class, question.subject(), a -> concerns(question, a));
  }

  /** Answers that count to another version of the change. */
  static List<Stated<Approval>> earlier(Question question) {
    String change = question.request().name();
    return question
        .evidence()
        .trusted(Approval.class, a -> a.change().equals(change) && !concerns(question, a));
  }

  /** Answers to exactly this version that do not count. */
  static List<Stated<Approval>> untrusted(Question question) {
    return question
        .evidence()
        .untrusted(Approval.class, question.subject(), a -> concerns(question, a));
  }

  /**
   * True when an answer is to this version of the change and for its environment. The digest alone
   * tells which version of which change is meant: a no is heard whatever stands beside it.
   */
  static boolean concerns(Question question, Approval says) {
    return says.changeDigest().equals(question.request().digest())
        && (says.answer() == Approval.Answer.REJECT
            || (says.change().equals(question.request().name())
                && says.environment().equals(question.change().environment())));
  }

  /** Of two answers given at the same instant the refusal counts. */
  private static Answer later(Answer a, Answer b) {
    int order = a.says().at().compareTo(b.says().at());
    if (order != 0) {
      return order > 0 ? a : b;
    }
    return a.approves() ? b : a;
  }

  private List<Answer> listFor(Answer answer, Instant now) {
    if (!answer.approves()) {
      return rejections;
    }
    Instant expires = expires(answer);
    return expires == null || now.isBefore(expires) ? live : expired;
  }

  /** When an approval stops counting, or null. */
  @Nullable Instant expires(Answer answer) {
    return expireAfter == null ? null : answer.says().at().plus(expireAfter);
  }

  /** The earliest expiry among these; null when none expires. */
  @Nullable Instant earliestExpiry(List<Answer> counted) {
    return counted.stream()
        .map(this::expires)
        .filter(Objects::nonNull)
        .min(Comparator.naturalOrder())
        .orElse(null);
  }
}
