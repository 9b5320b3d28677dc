package dev.interlock.recovery.plan;

import dev.interlock.estate.Environment;
import dev.interlock.estate.Estate;
import dev.interlock.estate.ServiceBoundary;
import dev.interlock.estate.ServiceBoundary.Party;
import dev.interlock.recovery.PlanRecovery.Known;
import dev.interlock.recovery.RecoveryCode;
import dev.interlock.recovery.RecoveryPlan.Contact;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Who does, approves and signs off, by the owners and the service boundary. */
public final class People {

  private final Contacts contacts;
  private final Contact owner;
  private final Contact decides;
  private final Contact signsOff;

  /** The people of an environment. */
  public People(Known known, Gaps gaps) {
    Estate estate = known.estate();
    this.contacts = new Contacts(estate, gaps);
    Environment environment = known.place();
    this.owner = of(environment.owner());
    Optional<ServiceBoundary> boundary =
        estate.all(ServiceBoundary.class).values().stream()
            .filter(it -> it.environments().contains(known.environment()))
            .findFirst();
    if (boundary.isEmpty()) {
      gaps.about(
          RecoveryCode.NO_SIGN_OFF,
          Environment.class,
          known.environment(),
          "no service boundary says who approves and who signs off the recovery of "
              + known.environment(),
          "a ServiceBoundary with emergencyApproval and recoverySignOff");
    }
    this.decides = party(boundary, ServiceBoundary::emergencyApproval);
    this.signsOff = party(boundary, ServiceBoundary::recoverySignOff);
  }

  private Contact party(Optional<ServiceBoundary> boundary, Function<ServiceBoundary, Party> duty) {
    if (boundary.isEmpty()) {
      return Contacts.NOBODY;
    }
    ServiceBoundary agreed = boundary.get();
    if (duty.apply(agreed) == Party.COMPANY) {
      return owner;
    }
    return agreed.providerStaff().stream()
        .findFirst()
        .map(this::of)
        .map(staff -> new Contact(agreed.provider() + ": " + staff.name(), staff.reach()))
        .orElseGet(() -> contacts.reached(new Contact(agreed.provider(), null), agreed.provider()));
  }

  /** Who answers for the environment. */
  Contact owner() {
    return owner;
  }

  /** Who declares the disaster and approves what is done. */
  public Contact decides() {
    return decides;
  }

  /** Who says that the recovered system is good. */
  public Contact signsOff() {
    return signsOff;
  }

  /** The team or person of that name; a gap when it can't be reached. */
  Contact of(@Nullable String name) {
    return contacts.of(name);
  }
}
