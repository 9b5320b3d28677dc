package dev.interlock.usecases.drafting;

import dev.interlock.estate.Service.ServiceType;
import dev.interlock.estate.Tier;
import dev.interlock.facts.Discovered.CalendarFile;
import dev.interlock.facts.Discovered.ManagementGroup;
import dev.interlock.facts.Discovered.Subscription;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** Everything that was found, gathered from all files, before any judgement. */
final class Picture {

  /** A service that was seen: where first, and in which version. */
  record Seen(String because, Optional<String> version) {}

  final Map<String, Subscription> subscriptions = new TreeMap<>();
  final Map<String, ManagementGroup> groups = new LinkedHashMap<>();
  final SortedMap<String, Integer> regions = new TreeMap<>();
  final SortedMap<String, Integer> tags = new TreeMap<>();
  final SortedMap<String, Integer> owners = new TreeMap<>();
  final SortedMap<String, Integer> zones = new TreeMap<>();
  final SortedMap<String, String> sites = new TreeMap<>();
  final Map<Tier, String> tiers = new EnumMap<>(Tier.class);
  final Map<String, SortedSet<Tier>> subscriptionTiers = new TreeMap<>();
  final Map<ServiceType, Seen> services = new EnumMap<>(ServiceType.class);
  final List<CalendarFile> calendars = new ArrayList<>();
  final SortedSet<String> manifests = new TreeSet<>();
  final SortedSet<String> odooManifests = new TreeSet<>();
  final SortedSet<String> composeFiles = new TreeSet<>();
  final SortedSet<String> odooConfigurations = new TreeSet<>();
  final SortedSet<String> odooImages = new TreeSet<>();

  /** Images of compose files beside Odoo's. */
  final SortedSet<String> neighbourImages = new TreeSet<>();

  final SortedSet<String> projects = new TreeSet<>();
  int azureResources;
  Optional<Integer> databaseRetentionDays = Optional.empty();

  /** Counts one more. */
  static void count(Map<String, Integer> counts, String word) {
    counts.merge(word, 1, Integer::sum);
  }

  /** The word counted most often; of several the first in order. */
  static Optional<String> most(SortedMap<String, Integer> counts) {
    return counts.entrySet().stream()
        .max(
            Comparator.comparingInt((Map.Entry<String, Integer> e) -> e.getValue())
                .thenComparing(Map.Entry::getKey, Comparator.reverseOrder()))
        .map(Map.Entry::getKey);
  }

  /** Notes the tier that a name speaks of, if it does. */
  void tier(String name, String where) {
    Tier tier = Words.tier(name);
    if (tier != null) {
      tiers.putIfAbsent(tier, where);
    }
  }

  /** Notes a service, the first sight of it; a version is taken from whoever tells one first. */
  void service(ServiceType type, String because, Optional<String> version) {
    Seen seen = services.get(type);
    if (seen == null) {
      services.put(type, new Seen(because, version));
    } else if (seen.version().isEmpty() && version.isPresent()) {
      services.put(type, new Seen(seen.because(), version));
    }
  }
}
