package dev.interlock.estate;

import dev.interlock.document.Doc;
import dev.interlock.finding.Money;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Money for environments, per calendar month in the organisation's time zone. */
@Doc("Money for environments, per calendar month in the organisation's time zone.")
public record Budget(
    @Doc("Name as people know it.") String displayName,
    @Doc(value = "Amount per month.", example = "12500.00 EUR") Money monthly,
    @Doc("Who answers for it.") @Ref({Kind.TEAM, Kind.PERSON}) @Nullable String owner,
    @Doc(
            value = "Shares of the amount at which the owner is told, in percent.",
            example = "[80, 100]")
        List<Integer> alertsAtPercent)
    implements Spec {}
