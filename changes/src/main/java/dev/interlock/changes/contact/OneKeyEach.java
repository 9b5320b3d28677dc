package dev.interlock.changes.contact;

import dev.interlock.changes.Standing;
import dev.interlock.changes.people.Directory;
import dev.interlock.estate.TrustedKey;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Different persons agree with different keys. Two answers signed with one key show that somebody
 * holds the key, not that two persons agreed. A key that signs in ({@code signsIn}) is the
 * server's: it has asked each person for themselves.
 */
final class OneKeyEach {

  private final Question question;
  private final Directory directory;

  OneKeyEach(Question question) {
    this.question = question;
    this.directory = question.surroundings().directory();
  }

  /** A sentence for each key with which several persons agreed. */
  List<String> breaches(List<Answer> answers) {
    Map<String, Set<String>> persons = new TreeMap<>();
    for (Answer answer : answers) {
      if (answer.stated().item().standing() instanceof Standing.Trusted trusted
          && !signsIn(trusted.key())) {
        persons.computeIfAbsent(trusted.key(), _ -> new TreeSet<>()).add(answer.person());
      }
    }
    return persons.entrySet().stream()
        .filter(entry -> entry.getValue().size() > 1)
        .map(entry -> breach(entry.getKey(), entry.getValue()))
        .toList();
  }

  private String breach(String key, Set<String> persons) {
    return Words.and(persons.stream().map(directory::describe).toList())
        + " approved it with one key ("
        + key
        + "), so it may have been one person.";
  }

  private boolean signsIn(String key) {
    return question
        .surroundings()
        .estate()
        .find(TrustedKey.class, key)
        .map(TrustedKey::signsIn)
        .orElse(false);
  }
}
