package dev.interlock.estate;

import dev.interlock.document.Doc;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the business does with the system, and how soon it must be able to again. */
@Doc("What the business does with the system, and how soon it must be able to again.")
public record BusinessProcess(
    @Doc("Name as people know it.") String displayName,
    @Doc("How much the business depends on it.") Criticality criticality,
    @Doc(value = "Recovery time objective: how long it may stand still.", example = "PT4H")
        Duration rto,
    @Doc(value = "Recovery point objective: how much work may be lost.", example = "PT15M")
        Duration rpo,
    @Doc("Services it needs, beside what they depend on.") @Ref(Kind.SERVICE) List<String> services,
    @Doc("Plants where it runs; all of its environments' plants when empty.") @Ref(Kind.PLANT)
        List<String> plants,
    @Doc("The data it cannot do without.") List<String> data,
    @Doc("Team or person that answers for it.") @Ref({Kind.TEAM, Kind.PERSON})
        @Nullable String owner,
    @Doc("How people work on while the system stands still.") @Nullable String manualFallback,
    @Doc("The same in full, for the sheets that lie printed in the plants.")
        @Nullable Continuity continuity,
    @Doc("What proves in a restore drill that it works again.") @Nullable RecoveryProof recovery)
    implements Spec {}
