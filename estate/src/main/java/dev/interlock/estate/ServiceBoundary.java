package dev.interlock.estate;

import dev.interlock.document.Doc;
import java.util.List;
import java.util.Map;

/** Who does what between the company and its hosting provider. */
@Doc("Who does what between the company and its hosting provider.")
public record ServiceBoundary(
    @Doc("Environments it holds for.") @Ref(Kind.ENVIRONMENT) List<String> environments,
    @Doc("Name of the provider.") String provider,
    @Doc(
            "Persons and teams of the provider; everybody else is of the company. Nobody can tell the sides apart when it is empty.")
        @Ref({Kind.PERSON, Kind.TEAM})
        List<String> providerStaff,
    @Doc("Who patches.") Party patching,
    @Doc("Who approves emergency changes.") Party emergencyApproval,
    @Doc("Who owns certificates.") Party certificates,
    @Doc("Who signs off recovery tests.") Party recoverySignOff,
    @Doc("Anything else that was agreed, activity to party.") Map<String, Party> others)
    implements Spec {

  /** One side of the boundary. */
  public enum Party {
    PROVIDER,
    COMPANY
  }
}
