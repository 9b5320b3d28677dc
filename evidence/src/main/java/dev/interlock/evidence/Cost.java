package dev.interlock.evidence;

import dev.interlock.finding.Money;
import java.time.Instant;
import java.time.YearMonth;
import org.jspecify.annotations.Nullable;

/**
 * What a budget has left, or what a change adds.
 *
 * @param budget name of the Budget in the estate
 * @param period the calendar month it is about
 * @param spent what was spent of it so far, or null when this states only a change's cost
 * @param forecast what will be spent until the end of the month without the change, or null
 * @param change name of the change, or null when this states only the budget
 * @param monthlyDelta what the change adds each month, negative when it saves; null without change
 */
public record Cost(
    String budget,
    YearMonth period,
    @Nullable Money spent,
    @Nullable Money forecast,
    @Nullable String change,
    @Nullable Money monthlyDelta,
    Instant at)
    implements Predicate {}
