package dev.interlock.estate.checks;

import dev.interlock.estate.Estate;
import dev.interlock.estate.Kind;
import dev.interlock.finding.SourceRef;
import java.util.List;
import java.util.Set;

/** All checks of an estate. */
public final class Checks {

  private final SourceRef directory;
  private final Set<String> shippedControls;

  /**
   * The checks.
   *
   * @param directory stands for the estate as a whole
   * @param shippedControls controls beside the estate's own; empty when not known
   */
  public Checks(SourceRef directory, Set<String> shippedControls) {
    this.directory = directory;
    this.shippedControls = shippedControls;
  }

  /**
   * Runs them.
   *
   * @param declared every name that was read, those of unreadable documents included
   * @param torn kinds of which not every name that they hold could be read
   */
  public void run(Estate estate, List<Declared> declared, Set<Kind> torn, Report report) {
    new NamesAreUnique(declared).run(report);
    Names names = new Names(declared, torn);
    all().forEach(check -> check.run(estate, names, report));
  }

  private List<Check> all() {
    References references = new References();
    return List.of(
        new ReferencesExist(references),
        new ListsNameEachOnce(references),
        new NothingLeadsBackToItself(),
        new OneOrganizationExists(directory),
        new SettingsKindsAreKinds(),
        new LandingZoneIsATree(),
        new EnvironmentsLieInTheLandingZone(),
        new ResourceGroupsHaveNames(),
        new RegionsAreAllowed(),
        new DataStaysInItsRegions(),
        new ProductionIsGoverned(),
        new PromotionGoesForward(),
        new ProcessesCanKeepTheirRpo(),
        new ServicesWithDataAreSaved(),
        new BackupPlansMakeSense(),
        new RedisRolesFit(),
        new DrillsComeByWholeDays(),
        new BootedOdooCanBeAsked(),
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
        new WaiversAreNarrow(),
        new BudgetsHoldMoney(),
        new SitesHaveShifts(),
        new CountriesExist(),
        new ObjectivesAreLengths(),
        new BoundariesDoNotOverlap(),
        new DocumentsSaySomething());
  }
}
