package dev.interlock.evidence;

import dev.interlock.document.Doc;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** People rehearsed a disaster together: what they did when, and what is to be done about it. */
@Doc("People rehearsed a disaster together: what they did when, and what is to be done about it.")
public record GameDay(
    @Doc("The environment that was rehearsed for.") String environment,
    @Doc(value = "What was assumed to have happened.", example = "region-lost") String scenario,
    @Doc("The Person who led it.") String person,
    @Doc("When the disaster was declared.") Instant begun,
    @Doc("People worked again before the objectives were over.") boolean succeeded,
    @Doc("What was done, in order.") List<Done> timeline,
    @Doc("What was learnt, good and bad.") List<String> lessons,
    @Doc("What is to be done about it.") List<Action> actions,
    @Doc(value = "When it had ended.", example = "2026-11-21T08:30:00Z") Instant at)
    implements Predicate {

  public GameDay {
    timeline = List.copyOf(timeline);
    lessons = List.copyOf(lessons);
    actions = List.copyOf(actions);
  }

  /** Something that was done. */
  @Doc("Something that was done.")
  public record Done(
      @Doc(value = "What.", example = "Database restored") String what,
      @Doc("Who did it.") String who,
      @Doc("When it was begun.") Instant begun,
      @Doc("When it was done; none when it was given up.") @Nullable Instant ended) {

    public Done {
      if (ended != null && ended.isBefore(begun)) {
        throw new IllegalArgumentException("\"" + what + "\" ended before it was begun");
      }
    }
  }

  /** Something that is to be done. */
  @Doc("Something that is to be done.")
  public record Action(
      @Doc("What.") String what,
      @Doc("Team or person in the estate who sees to it.") String owner,
      @Doc(value = "The last day for it.", example = "2026-12-15") LocalDate due,
      @Doc("The day on which it was done; none while it is not.") @Nullable LocalDate doneOn) {

    /** True when it is not done and its last day is over. */
    public boolean isOverdue(LocalDate today) {
      return doneOn == null && today.isAfter(due);
    }
  }

  @Override
  public EvidenceSubject subject() {
    return EvidenceSubject.ofName("environment/" + environment);
  }
}
