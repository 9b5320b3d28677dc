package dev.interlock.evidence;

import dev.interlock.document.Doc;
import dev.interlock.finding.Money;
import java.time.Instant;
import java.time.YearMonth;
import org.jspecify.annotations.Nullable;

/** What a budget has left in a month, what a change adds to it, or both. */
@Doc("What a budget has left in a month, what a change adds to it, or both.")
public record Cost(
    @Doc("Name of the Budget in the estate.") String budget,
    @Doc(value = "The calendar month, in the organisation's time zone.", example = "2026-11")
        YearMonth period,
    @Doc(value = "What was spent of the budget so far.", example = "8900.00 EUR")
        @Nullable Money spent,
    @Doc(
            value = "What will have been spent at the end of the month without the change.",
            example = "11200.00 EUR")
        @Nullable Money forecast,
    @Doc("Name of the change whose cost this states.") @Nullable String change,
    @Doc("Digest of that change as it was priced.") @Nullable String changeDigest,
    @Doc(value = "What the change adds each month, negative when it saves.", example = "140.00 EUR")
        @Nullable Money monthlyDelta,
    @Doc(value = "When it was worked out.", example = "2026-11-21T08:30:00Z") Instant at)
    implements Predicate {

  public Cost {
    boolean aboutChange = change != null;
    if (aboutChange != (changeDigest != null) || aboutChange != (monthlyDelta != null)) {
      throw new IllegalArgumentException(
          "change, changeDigest and monthlyDelta are given together or not at all");
    }
    if (!aboutChange && spent == null && forecast == null) {
      throw new IllegalArgumentException(
          "nothing is stated: give spent or forecast, or change, changeDigest and monthlyDelta");
    }
    if (changeDigest != null) {
      Digests.require("changeDigest", changeDigest);
    }
  }

  @Override
  public EvidenceSubject subject() {
    return change != null && changeDigest != null
        ? EvidenceSubject.ofDigest(change, changeDigest)
        : EvidenceSubject.ofName("budget/" + budget);
  }
}
