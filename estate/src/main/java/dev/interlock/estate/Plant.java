package dev.interlock.estate;

import dev.interlock.document.Doc;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A site where work stops when the ERP stops: plant, distribution centre or office. */
@Doc("A site where work stops when the ERP stops: plant, distribution centre or office.")
public record Plant(
    @Doc("Name as people know it.") String displayName,
    @Doc("What kind of site it is.") SiteType site,
    @Doc(value = "Time zone of the site, IANA name.", example = "Europe/Vienna") ZoneId timeZone,
    @Doc(value = "Country, ISO 3166-1 alpha-2.", example = "AT") @Nullable String country,
    @Doc("The company that runs it.") @Ref(Kind.LEGAL_ENTITY) @Nullable String legalEntity,
    @Doc("How much the business depends on it.") Criticality criticality,
    @Doc("When people work; a shift that ends before it starts runs past midnight.")
        List<Shift> shifts,
    @Doc("How the site reaches the ERP.") @Nullable Connectivity connectivity,
    @Doc("Who answers for the site.") @Ref({Kind.PERSON, Kind.TEAM}) @Nullable String manager,
    @Doc("Calendars that hold for this site, beside its shifts.") @Ref(Kind.CALENDAR)
        List<String> calendars)
    implements Spec {

  /** What kind of site it is. */
  public enum SiteType {
    PLANT,
    DISTRIBUTION_CENTRE,
    OFFICE
  }

  /** One shift, in the site's own time. */
  @Doc("One shift, in the site's own time.")
  public record Shift(
      @Doc("Name of the shift.") String name,
      @Doc(value = "Days on which it starts.", example = "[MONDAY, TUESDAY]") List<DayOfWeek> days,
      @Doc(value = "Start, local time.", example = "06:00") LocalTime start,
      @Doc(value = "End, local time.", example = "14:00") LocalTime end,
      @Doc("Changes may happen during this shift.") boolean changesAllowed) {}

  /** The lines to the site. */
  @Doc("The lines to the site.")
  public record Connectivity(
      @Doc("The usual line.") String primary,
      @Doc("The line when that fails.") @Nullable String backup,
      @Doc(value = "How long the site can work without.", example = "PT30M")
          @Nullable Duration offlineTolerance) {}
}
