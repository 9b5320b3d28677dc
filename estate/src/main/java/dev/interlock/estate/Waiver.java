package dev.interlock.estate;

import dev.interlock.document.Doc;
import java.util.List;

/** A justified exception that expires by itself. */
@Doc("A justified exception that expires by itself.")
public record Waiver(
    @Doc("The control it is an exception from.") String control,
    @Doc("Who answers for it.") @Ref({Kind.PERSON, Kind.TEAM}) String owner,
    @Doc("Why it is acceptable for now.") String reason,
    @Doc(
            value = "When it ends: an instant, or a date (then at the end of that day, UTC).",
            example = "2027-03-31")
        String expires,
    @Doc("Environments it covers; all when empty.") @Ref(Kind.ENVIRONMENT)
        List<String> environments,
    @Doc("Resource ids it covers, * stands for any characters; all when empty.")
        List<String> resources,
    @Doc("Single findings it covers, by fingerprint; all when empty.") List<String> fingerprints)
    implements Spec {}
