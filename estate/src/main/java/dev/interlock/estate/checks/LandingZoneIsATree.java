package dev.interlock.estate.checks;

import dev.interlock.estate.Entry;
import dev.interlock.estate.Estate;
import dev.interlock.estate.EstateCode;
import dev.interlock.estate.Kind;
import dev.interlock.estate.LandingZone;
import dev.interlock.estate.LandingZone.ManagementGroup;
import dev.interlock.estate.LandingZone.Subscription;
import dev.interlock.finding.Suggestion;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Management groups form one tree, and every subscription hangs in it. */
final class LandingZoneIsATree implements Check {

  @Override
  public void run(Estate estate, Names names, Report report) {
    boolean allRead = names.complete(Kind.LANDING_ZONE);
    for (Entry<LandingZone> zone : estate.entries(LandingZone.class)) {
      Map<String, @Nullable String> parents = tree(zone, report);
      subscriptions(zone, report);
      if (allRead) {
        groupsExist(zone, parents, report);
      }
    }
  }

  /** The parent of each group; null for a root. */
  private static Map<String, @Nullable String> tree(Entry<LandingZone> zone, Report report) {
    Map<String, @Nullable String> parents = new LinkedHashMap<>();
    List<ManagementGroup> groups = zone.spec().managementGroups();
    groups.forEach(group -> parents.put(group.name(), group.parent()));
    List<String> names = groups.stream().map(ManagementGroup::name).toList();
    Distinct.check(zone, "managementGroups", "name", names, report);
    long roots = parents.values().stream().filter(Objects::isNull).count();
    if (roots != 1 && !groups.isEmpty()) {
      String message = "expected one management group without a parent, found " + roots;
      report.add(EstateCode.ROOT_GROUP, zone.at("managementGroups"), message);
    }
    cycles(zone, parents, report);
    return parents;
  }

  private static void groupsExist(
      Entry<LandingZone> zone, Map<String, @Nullable String> groups, Report report) {
    List<ManagementGroup> children = zone.spec().managementGroups();
    for (int i = 0; i < children.size(); i++) {
      exists(zone, children.get(i).parent(), groups, report, "managementGroups", i, "parent");
    }
    List<Subscription> all = zone.spec().subscriptions();
    for (int i = 0; i < all.size(); i++) {
      String group = all.get(i).managementGroup();
      exists(zone, group, groups, report, "subscriptions", i, "managementGroup");
    }
  }

  private static void cycles(
      Entry<LandingZone> zone, Map<String, @Nullable String> parents, Report report) {
    Function<String, List<String>> above = name -> one(parents.get(name));
    for (List<String> cycle : Cycles.in(parents.keySet(), above)) {
      String way = String.join(" → ", cycle) + " → " + cycle.getFirst();
      report.add(EstateCode.CYCLE, zone.at("managementGroups"), "parent leads in a circle: " + way);
    }
  }

  private static List<String> one(@Nullable String name) {
    return name == null ? List.of() : List.of(name);
  }

  private static void subscriptions(Entry<LandingZone> zone, Report report) {
    List<Subscription> all = zone.spec().subscriptions();
    List<String> names = all.stream().map(Subscription::name).toList();
    Distinct.check(zone, "subscriptions", "name", names, report);
    for (int i = 0; i < all.size(); i++) {
      String id = all.get(i).id();
      if (id != null && !isGuid(id)) {
        report.add(
            EstateCode.BAD_SUBSCRIPTION_ID,
            zone.at("subscriptions", i, "id"),
            "id: expected a GUID such as 00000000-0000-0000-0000-000000000000, found \""
                + id
                + "\"");
      }
    }
  }

  private static void exists(
      Entry<LandingZone> zone,
      @Nullable String name,
      Map<String, @Nullable String> groups,
      Report report,
      Object... path) {
    if (name != null && !groups.containsKey(name)) {
      report.add(
          EstateCode.UNKNOWN_GROUP,
          zone.at(path),
          path[path.length - 1] + ": there is no management group \"" + name + "\"",
          Suggestion.didYouMean(name, groups.keySet()).orElse(null));
    }
  }

  private static boolean isGuid(String text) {
    if (text.length() != 36) {
      return false;
    }
    for (int i = 0; i < 36; i++) {
      boolean hyphen = i == 8 || i == 13 || i == 18 || i == 23;
      if (hyphen ? text.charAt(i) != '-' : Character.digit(text.charAt(i), 16) < 0) {
        return false;
      }
    }
    return true;
  }
}
