package dev.interlock.estate;

import dev.interlock.document.Doc;
import java.time.ZoneId;
import java.util.Currency;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The group that runs the estate. */
@Doc("The group that runs the estate.")
public record Organization(
    @Doc("Name as people know it.") String displayName,
    @Doc(value = "Currency of budgets and reports, ISO 4217.", example = "EUR") Currency currency,
    @Doc(value = "Time zone of headquarters, IANA name.", example = "Europe/Vienna")
        ZoneId timeZone,
    @Doc("Team that answers for the estate as a whole.") @Ref(Kind.TEAM) @Nullable String owner,
    @Doc("What the group does.") @Nullable String description,
    @Doc(
            value =
                "Custom kinds of Kubernetes, beside the well-known ones, that run nothing and bring"
                    + " in no image: group/Kind.",
            example = "[example.com/Widget]")
        List<String> settingsKinds)
    implements Spec {}
