package dev.interlock.estate;

import dev.interlock.document.Doc;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What to do when something happens. */
@Doc("What to do when something happens.")
public record Runbook(
    @Doc("Name as people know it.") String displayName,
    @Doc("Services it is about.") @Ref(Kind.SERVICE) List<String> services,
    @Doc("Business processes it is about.") @Ref(Kind.BUSINESS_PROCESS) List<String> processes,
    @Doc("Team that keeps it true.") @Ref({Kind.TEAM, Kind.PERSON}) @Nullable String owner,
    @Doc("The steps, in order.") List<String> steps,
    @Doc("Where it is written in full.") @Nullable String url)
    implements Spec {}
