package dev.interlock.estate;

import static dev.interlock.finding.Diagnostic.Level.ERROR;
import static dev.interlock.finding.Diagnostic.Level.WARNING;

import dev.interlock.finding.Diagnostic.Level;

/** Everything that can be wrong with an estate. Numbers are permanent and never used twice. */
public enum EstateCode {
  NO_DIRECTORY("EST001", ERROR, "The estate's directory does not exist or can't be read."),
  NO_DOCUMENTS("EST002", ERROR, "The directory holds no document of an estate."),
  UNKNOWN_KIND("EST003", ERROR, "A kind that no estate has."),
  NOT_OURS("EST004", WARNING, "A YAML file that is not part of the estate; it is ignored."),
  DUPLICATE_NAME("EST005", ERROR, "Two documents of one kind have the same name."),
  DANGLING_REFERENCE("EST006", ERROR, "A document is named that does not exist."),
  NAMED_TWICE("EST007", WARNING, "The same name stands twice in a list."),
  CYCLE("EST008", ERROR, "Documents lead back to themselves: dependencies, parents, promotion."),
  RPO_NOT_KEPT("EST009", ERROR, "A process may lose less work than a backup plan can keep."),
  RPO_OF_CONFIGURATION(
      "EST010", WARNING, "A part without business data is backed up less often than the RPO asks."),
  NO_BACKUP_IN_PRODUCTION("EST011", ERROR, "A service with data runs in production unsaved."),
  NO_BACKUP("EST012", WARNING, "A service with data has no backup plan."),
  NO_OWNER("EST013", ERROR, "A production environment without an owner."),
  NO_APPROVAL_POLICY("EST014", ERROR, "A production environment without an approval policy."),
  NO_RISK_POLICY("EST015", ERROR, "A production environment without a risk policy."),
  UNKNOWN_TIER("EST016", ERROR, "A risk tier that no risk policy has."),
  TIER_WITHOUT_APPROVALS(
      "EST017", WARNING, "A tier the approval policy does not name; nothing gets through in it."),
  DEFINED_TWICE("EST018", ERROR, "A tier, group or subscription is defined twice."),
  CANNOT_WAIVE("EST019", ERROR, "A contact that no tier can do without."),
  UNKNOWN_CONTACT("EST020", ERROR, "A contact that the gate does not have."),
  CALENDAR_SOURCE("EST021", ERROR, "A calendar has neither a file nor events, or both."),
  CALENDAR_FILE("EST022", ERROR, "A calendar's file is missing, unreadable or elsewhere."),
  EVENT_TIME("EST023", ERROR, "A time of an event can't be read."),
  EVENT_ORDER("EST024", ERROR, "An event ends before it starts."),
  EVENT_LENGTH("EST025", ERROR, "An event has both an end and a duration, or neither."),
  BAD_RRULE("EST026", ERROR, "A repetition is not an RFC 5545 RRULE."),
  NOBODY_TO_APPROVE("EST027", ERROR, "An approval is asked of a role that nobody can give."),
  ROLE_NOT_HELD("EST028", WARNING, "A role that nobody holds."),
  NOT_HELD_HERE("EST029", ERROR, "An approval is asked of a role that is not held for this place."),
  BAD_COUNT("EST030", ERROR, "A number of approvals below one."),
  OWN_CONFLICT("EST031", ERROR, "A role conflicts with itself."),
  EMPTY_TEAM("EST032", WARNING, "A team without members."),
  BAD_KEY("EST033", ERROR, "A public key that is not Ed25519, or one anybody can sign for."),
  KEY_TWICE("EST034", ERROR, "Two trusted keys are the same key."),
  UNKNOWN_PREDICATE("EST035", ERROR, "A kind of evidence that does not exist."),
  USELESS_KEY("EST036", WARNING, "A key that may vouch for nothing or for nobody."),
  SHARED_KEY("EST037", WARNING, "A key that approves for several persons or for a system."),
  BAD_VALIDITY("EST038", ERROR, "A time of validity that ends before it begins."),
  SHARED_ACCOUNT("EST039", ERROR, "Two persons have the same account."),
  UNKNOWN_CONTROL("EST040", WARNING, "A control that does not exist."),
  BAD_EXPIRY("EST041", ERROR, "A waiver's expiry can't be read."),
  BAD_AMOUNT("EST042", ERROR, "A budget that is not above zero."),
  ODD_AMOUNT("EST043", WARNING, "An amount with more decimals than its currency has."),
  OTHER_CURRENCY("EST044", WARNING, "A budget in another currency than the organisation's."),
  BAD_SHARE("EST045", ERROR, "A share of a budget that is not above zero."),
  REGION_NOT_ALLOWED("EST046", ERROR, "A region the landing zone does not allow."),
  UNKNOWN_SUBSCRIPTION("EST047", ERROR, "A subscription the landing zone does not have."),
  SUBSCRIPTION_TIER("EST048", ERROR, "A subscription that does not hold this tier."),
  OUTSIDE_RESIDENCY("EST049", ERROR, "Data would leave the regions it must stay in."),
  NO_SHIFTS("EST050", WARNING, "A plant or distribution centre without shifts."),
  BAD_SHIFT("EST051", ERROR, "A shift without days."),
  UNKNOWN_COUNTRY("EST052", ERROR, "A country code that ISO 3166-1 does not have."),
  BAD_SUBSCRIPTION_ID("EST053", ERROR, "A subscription id that is no GUID."),
  NO_ORGANIZATION("EST054", WARNING, "No Organization: the time zone of budgets is unknown."),
  SEVERAL_ORGANIZATIONS("EST055", ERROR, "More than one Organization."),
  ROOT_GROUP("EST056", ERROR, "Not exactly one management group is the root."),
  UNKNOWN_GROUP("EST057", ERROR, "A management group the landing zone does not have."),
  BAD_LENGTH("EST058", ERROR, "A length of time is not above zero, or longer than ten years."),
  KEPT_TOO_SHORT("EST059", ERROR, "Copies are kept or locked for times that contradict."),
  PROMOTION_BACKWARDS("EST060", WARNING, "An artifact would be promoted from a later tier."),
  NO_SERVICES("EST061", WARNING, "A process or production environment without services."),
  SEVERAL_BOUNDARIES("EST062", ERROR, "An environment lies within two service boundaries."),
  EMPTY_RUNBOOK("EST063", WARNING, "A runbook with neither steps nor a place to read them."),
  NO_FILE("EST064", ERROR, "A link that leads to nothing, or a pipe or device for a document."),
  PASSED_OVER(
      "EST065", WARNING, "What looks like a document is passed over for its name or place."),
  NO_CUSTOM_KIND(
      "EST066", WARNING, "A kind that only carries settings is not written as group/Kind."),
  OWNER_LEAVES("EST067", WARNING, "A waiver lasts longer than its owner is here."),
  BLANKET_WAIVER(
      "EST068", ERROR, "A waiver from every control names neither resources nor findings."),
  WIDE_WAIVER("EST069", WARNING, "A waiver from a group of controls is narrowed by nothing."),
  POLICY_FOLDER("EST070", ERROR, "A folder of Azure Policy is missing, unreadable or elsewhere."),
  BAD_RESOURCE_GROUP("EST071", ERROR, "A name that no resource group can have."),
  BAD_DRILL_DAYS("EST072", ERROR, "Drills that do not come after 1 to 366 whole days."),
  ODD_ROLE("EST073", WARNING, "What a Redis is there for contradicts how it is saved."),
  BAD_BOOT("EST074", ERROR, "A booted Odoo that can't be asked as the estate says.");

  private final String code;
  private final Level level;
  private final String meaning;

  EstateCode(String code, Level level, String meaning) {
    this.code = code;
    this.level = level;
    this.meaning = meaning;
  }

  /** The permanent code. */
  public String code() {
    return code;
  }

  /** Whether the estate can still be used. */
  public Level level() {
    return level;
  }

  /** One sentence for the table of diagnostics. */
  public String meaning() {
    return meaning;
  }
}
