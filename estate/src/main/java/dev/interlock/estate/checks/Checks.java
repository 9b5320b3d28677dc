package dev.interlock.estate.checks;

import dev.interlock.estate.Estate;
import java.util.List;
import java.util.Set;

/** All checks of an estate. */
public final class Checks {

  private final Set<String> shippedControls;

  /**
   * The checks.
   *
   * @param shippedControls controls beside the estate's own; empty when not known
   */
  public Checks(Set<String> shippedControls) {
    this.shippedControls = shippedControls;
  }

  /**
   * Runs them.
   *
   * @param declared every name that was read, those of unreadable documents included
   */
  public void run(Estate estate, List<Declared> declared, Report report) {
    new NamesAreUnique(declared).run(report);
    List<Check> checks =
        List.of(
            new ReferencesExist(declared),
            new NothingLeadsBackToItself(),
            new OneOrganizationExists(),
            new LandingZoneIsATree(),
            new EnvironmentsLieInTheLandingZone(),
            new RegionsAreAllowed(),
            new DataStaysInItsRegions(),
            new ProductionIsGoverned(),
            new PromotionGoesForward(),
            new ProcessesCanKeepTheirRpo(),
            new ServicesWithDataAreSaved(),
            new BackupPlansMakeSense(),
            new TiersAreDefined(),
            new WaivedContactsCanBeWaived(),
            new RolesAreHeld(),
            new ApprovalsCanBeGivenHere(),
            new CalendarsSayWhen(),
            new EventsCanHappen(),
            new KeysAreUsable(),
            new AccountsBelongToOnePerson(),
            new ControlsExist(shippedControls),
            new WaiversExpire(),
            new BudgetsHoldMoney(),
            new SitesHaveShifts(),
            new CountriesExist(),
            new ObjectivesAreLengths(),
            new BoundariesDoNotOverlap(),
            new DocumentsSaySomething());
    checks.forEach(check -> check.run(estate, report));
  }
}
