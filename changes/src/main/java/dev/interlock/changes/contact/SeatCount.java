package dev.interlock.changes.contact;

import dev.interlock.changes.people.Directory;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Counts the different persons who agreed in each seat. */
final class SeatCount {

  private final Question question;
  private final Answers answers;
  private final List<Seat> seats;
  private final Directory directory;
  private final Set<String> excluded = new HashSet<>();

  SeatCount(Question question, Answers answers, List<Seat> seats) {
    this.question = question;
    this.answers = answers;
    this.seats = seats;
    this.directory = question.surroundings().directory();
    directory.person(question.change().requester()).ifPresent(excluded::add);
    String executor = question.change().executor();
    Optional<String> executing = executor == null ? Optional.empty() : directory.person(executor);
    executing.ifPresent(excluded::add);
  }

  /** The approvals that count in a seat, one for each person, at most as many as are asked for. */
  List<Answer> taking(Seat seat) {
    Set<String> holders = seat.holders(directory, question.change().environment());
    Set<String> persons = new HashSet<>();
    List<Answer> taken = new ArrayList<>();
    for (Answer answer : answers.live()) {
      boolean counts =
          seat.accepts(answer.says())
              && holders.contains(answer.person())
              && !excluded.contains(answer.person());
      if (counts && taken.size() < seat.count() && persons.add(answer.person())) {
        taken.add(answer);
      }
    }
    return taken;
  }

  /** Who is missing in a seat, and who can still agree. */
  Vacancy vacancy(Seat seat, List<Answer> taken) {
    Set<String> busy = new HashSet<>(excluded);
    taken.forEach(answer -> busy.add(answer.person()));
    for (Answer answer : answers.live()) {
      if (isAsked(answer) && !answer.says().role().equals(seat.role())) {
        busy.add(answer.person());
      }
    }
    List<String> candidates =
        seat.holders(directory, question.change().environment()).stream()
            .filter(person -> !busy.contains(person))
            .filter(person -> directory.presentAt(person, question.now()))
            .toList();
    return new Vacancy(seat, seat.count() - taken.size(), candidates);
  }

  private boolean isAsked(Answer answer) {
    return seats.stream().anyMatch(seat -> seat.role().equals(answer.says().role()));
  }
}
