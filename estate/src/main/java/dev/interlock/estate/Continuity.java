package dev.interlock.estate;

import dev.interlock.document.Doc;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How people work on by hand while the system stands still: what is printed for each plant. */
@Doc("How people work on by hand while the system stands still: what is printed for each plant.")
public record Continuity(
    @Doc("What people do, in order.") List<String> steps,
    @Doc("Forms and other things that lie ready, and where.") List<String> forms,
    @Doc("How work that was done by hand gets into the system afterwards.") List<String> afterwards,
    @Doc("Team or person that keeps this true; the process's owner when absent.")
        @Ref({Kind.TEAM, Kind.PERSON})
        @Nullable String owner,
    @Doc(value = "The day on which somebody last tried it.", example = "2026-09-14")
        @Nullable LocalDate reviewedOn,
    @Doc(value = "How long that counts; a year when absent.", example = "P180D")
        @Nullable Duration reviewEvery) {}
