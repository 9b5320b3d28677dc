package dev.interlock.estate;

import dev.interlock.document.Doc;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Who must agree to a change, for each risk tier. */
@Doc("Who must agree to a change, for each risk tier.")
public record ApprovalPolicy(
    @Doc("One entry for each tier; a tier without an entry lets nothing through.")
        List<TierApprovals> tiers,
    @Doc(value = "How long an approval counts.", example = "P14D")
        @Nullable Duration approvalsExpireAfter)
    implements Spec {

  /** What one tier asks for. */
  @Doc("What one tier asks for.")
  public record TierApprovals(
      @Doc("Name of the tier in the risk policy.") String tier,
      @Doc("All of these must agree; nobody is needed when empty.") List<Requirement> approvals,
      @Doc("The executor may be the requester (never an approver).") boolean requesterMayExecute) {}

  /** One group that must agree. */
  @Doc("One group that must agree.")
  public record Requirement(
      @Doc("The role that agrees.") @Ref(Kind.ROLE) String role,
      @Doc(value = "How many of its holders; 1 when absent.", example = "1")
          @Nullable Integer count,
      @Doc("One for each plant the environment serves, by a holder for that plant.")
          boolean perPlant) {}
}
