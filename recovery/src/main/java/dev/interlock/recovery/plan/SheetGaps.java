package dev.interlock.recovery.plan;

import dev.interlock.estate.BusinessProcess;
import dev.interlock.estate.Continuity;
import dev.interlock.estate.Estate;
import dev.interlock.recovery.RecoveryCode;
import dev.interlock.recovery.RecoveryPlan.Gap;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What is missing on the sheets that plants work by. */
public final class SheetGaps {

  private final Gaps gaps;
  private final Contacts contacts;

  /** None yet. */
  public SheetGaps(Estate estate) {
    this.gaps = new Gaps(estate);
    this.contacts = new Contacts(estate, gaps);
  }

  /** Contacts; whoever can't be reached is a gap. */
  public Contacts contacts() {
    return contacts;
  }

  /** Looks at the sheet of a process. */
  public void look(
      String name,
      BusinessProcess process,
      boolean overdue,
      @Nullable LocalDate reviewed,
      @Nullable LocalDate due) {
    Continuity how = process.continuity();
    if (how == null || how.steps().isEmpty()) {
      gaps.about(
          RecoveryCode.NO_FALLBACK,
          BusinessProcess.class,
          name,
          "nothing says step by step how people go on with " + process.displayName() + " by hand",
          "continuity.steps, as many as fit one page");
      return;
    }
    if (overdue) {
      gaps.about(
          RecoveryCode.REVIEW_OVERDUE,
          BusinessProcess.class,
          name,
          reviewed == null
              ? "nobody ever tried the sheet of " + process.displayName()
              : "the sheet of " + process.displayName() + " was to be tried again by " + due,
          "try it with those who would work by it, then set continuity.reviewedOn");
    }
  }

  /** All, in the order in which they were found. */
  public List<Gap> all() {
    return gaps.all();
  }
}
