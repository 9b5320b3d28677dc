package dev.interlock.usecases.drafting;

import dev.interlock.estate.Service.ServiceType;
import dev.interlock.estate.Tier;
import dev.interlock.facts.Discovered.ManagementGroup;
import dev.interlock.facts.Discovered.Subscription;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Writes what the choices came to: where the company and its systems are. */
final class Sections {

  private static final double MOST_RESOURCES = 0.8;

  private static final Pattern GUID =
      Pattern.compile("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");

  private final Picture picture;
  private final Choices choices;
  private final Answers answers;

  Sections(Picture picture, Choices choices, Answers answers) {
    this.picture = picture;
    this.choices = choices;
    this.answers = answers;
  }

  String organization() {
    Guess name = choices.organization();
    return new Page()
        .document("Organization", Words.slug(name.value(), "company"))
        .field("displayName", name)
        .field("currency", choices.currency())
        .field("timeZone", choices.zone())
        .field("owner", "platform")
        .text();
  }

  /** Empty when no subscription is known. */
  String landingZone() {
    if (picture.subscriptions.isEmpty()) {
      return "";
    }
    Page page = new Page().document("LandingZone", "azure").line("managementGroups:");
    Set<String> groups = groups(page);
    page.line("subscriptions:");
    for (Subscription one : picture.subscriptions.values()) {
      page.line("  - name: " + Words.quoted(one.name()));
      if (GUID.matcher(one.id()).matches()) {
        page.line("    id: " + Words.quoted(one.id()));
      }
      if (one.managementGroup() != null && groups.contains(one.managementGroup())) {
        page.line("    managementGroup: " + Words.quoted(one.managementGroup()));
      }
      String tiers = list(choices.subscriptionTiers(one.id()).stream().map(Words::word).toList());
      page.line("    tiers: " + tiers + "  # guess: because of the names of it and in it");
    }
    if (picture.regions.isEmpty()) {
      page.gap("allowedRegions: the Azure regions that may be used; none named allows all");
    } else {
      String regions = list(picture.regions.keySet());
      page.line("allowedRegions: " + regions + "  # guess: because resources are there now");
    }
    tags(page);
    return page.text();
  }

  private Set<String> groups(Page page) {
    Map<String, ManagementGroup> known = new LinkedHashMap<>(picture.groups);
    String root = null;
    for (ManagementGroup group : known.values()) {
      boolean top = group.parent() == null || !known.containsKey(group.parent());
      page.line("  - name: " + Words.quoted(group.name()));
      if (group.displayName() != null) {
        page.line("    displayName: " + Words.quoted(group.displayName()));
      }
      if (!top) {
        page.line("    parent: " + Words.quoted(String.valueOf(group.parent())));
      } else if (root == null) {
        root = group.name();
      } else {
        page.line("    parent: " + Words.quoted(root) + "  # guess: because there is one root");
      }
    }
    if (known.isEmpty()) {
      page.line("  - name: root  # guess: because no export of management groups was found");
      return Set.of("root");
    }
    return known.keySet();
  }

  private void tags(Page page) {
    List<String> common =
        picture.tags.entrySet().stream()
            .filter(tag -> tag.getValue() >= picture.azureResources * MOST_RESOURCES)
            .map(Map.Entry::getKey)
            .filter(tag -> !tag.startsWith("hidden-"))
            .toList();
    if (common.isEmpty()) {
      page.gap("requiredTags: no tag is on most resources; which ones must be?");
      return;
    }
    page.line("requiredTags:");
    for (String tag : common) {
      page.line("  - name: " + Words.quoted(tag) + "  # guess: because most resources have it");
    }
  }

  String sites() {
    Page page = new Page();
    for (Choices.Site site : allSites()) {
      page.document("Plant", site.name(), site.because())
          .field("displayName", site.displayName())
          .line("site: plant  # guess: or distribution-centre, or office")
          .field("timeZone", site.zone())
          .line("criticality: high  # guess: because the gate is careful until told otherwise")
          .field("manager", "plant-manager");
      shifts(page);
    }
    return page.text();
  }

  private void shifts(Page page) {
    if (answers.shifts().isEmpty()) {
      page.gap("shifts: without them the window is unknown and no change can go. For example:")
          .line("# shifts:")
          .line("#   - name: early")
          .line("#     days: [monday, tuesday, wednesday, thursday, friday]")
          .line("#     start: \"06:00\"")
          .line("#     end: \"14:00\"");
      return;
    }
    page.line("shifts:");
    int number = 1;
    for (ShiftHours shift : answers.shifts()) {
      page.line("  - name: shift-" + number++)
          .line("    days: " + list(shift.days().stream().map(Words::word).toList()))
          .line("    start: \"" + shift.start() + "\"")
          .line("    end: \"" + shift.end() + "\"");
      if (shift.changesAllowed()) {
        page.line("    changesAllowed: true  # nobody works on site: a change does no harm");
      }
    }
  }

  private List<Choices.Site> allSites() {
    if (answers.sites().isEmpty()) {
      return choices.sites();
    }
    List<Choices.Site> sites = new ArrayList<>();
    answers
        .sites()
        .forEach((name, zone) ->
            sites.add(new Choices.Site(Words.slug(name, "site"), name, Guess.known(zone), "")));
    return sites;
  }

  String services() {
    Page page = new Page();
    for (ServiceType type : choices.services()) {
      page.document("Service", Words.word(type), choices.serviceReason(type))
          .field("displayName", Words.word(type))
          .field("type", Words.word(type));
      if (type == ServiceType.ODOO) {
        page.line("dependsOn: " + list(dependencies()) + "  # guess: because Odoo usually does");
      }
      page.field("owner", "platform");
      if (isKept(type)) {
        page.field("backupPlan", Words.word(type));
      }
      choices.version(type).ifPresent(version -> page.field("version", version));
    }
    return page.text();
  }

  private List<String> dependencies() {
    return choices.services().stream()
        .filter(type ->
            type == ServiceType.POSTGRESQL
                || type == ServiceType.REDIS
                || type == ServiceType.FILESTORE)
        .map(Words::word)
        .toList();
  }

  /** What must come back after a loss. */
  static boolean isKept(ServiceType type) {
    return type == ServiceType.POSTGRESQL
        || type == ServiceType.FILESTORE
        || type == ServiceType.OBJECT_STORAGE;
  }

  String environments() {
    Page page = new Page();
    Tier before = null;
    for (Tier tier : choices.tiers()) {
      boolean live = tier == Tier.PRODUCTION || tier == Tier.DISASTER_RECOVERY;
      page.document("Environment", Words.word(tier), choices.tierReason(tier))
          .field("displayName", "ERP, " + Words.word(tier))
          .field("tier", Words.word(tier))
          .line("hosting: dedicated  # guess: or multi-tenant, or hybrid");
      page.field("region", region());
      choices.subscription(tier).ifPresent(name -> page.field("subscription", name));
      page.field("owner", "service-owner");
      if (live) {
        page.line("plants: " + list(allSites().stream().map(Choices.Site::name).toList()));
      }
      page.line("services: " + list(choices.services().stream().map(Words::word).toList()));
      if (before != null && tier != Tier.DISASTER_RECOVERY) {
        page.field("promotesFrom", new Guess(Words.word(before), "it is the tier before"));
      }
      governance(page, tier);
      before = tier;
    }
    return page.text();
  }

  private void governance(Page page, Tier tier) {
    boolean production = tier == Tier.PRODUCTION;
    if (production && !picture.calendars.isEmpty()) {
      List<String> names = picture.calendars.stream().map(CalendarsDraft::name).distinct().toList();
      page.line("calendars: " + list(names) + "  # guess: perhaps some are a site's");
    }
    page.field("approvalPolicy", production ? "production" : "non-production");
    page.field("riskPolicy", "group");
    if (production && answers.budget().isPresent()) {
      page.field("budget", "production");
    } else if (production) {
      page.gap("budget: the money contact stays unknown until there is one")
          .line("# budget: production");
    }
  }

  private Guess region() {
    return choices
        .region()
        .map(region -> new Guess(region, "most resources are there"))
        .orElse(new Guess("on-premises", "no file tells a region"));
  }

  static String list(Collection<String> names) {
    return names.stream().map(Words::quoted).collect(Collectors.joining(", ", "[", "]"));
  }
}
