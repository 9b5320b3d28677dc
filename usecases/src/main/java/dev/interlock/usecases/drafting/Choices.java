package dev.interlock.usecases.drafting;

import dev.interlock.estate.Service.ServiceType;
import dev.interlock.estate.Tier;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** What the picture suggests: the judgement of a draft, each value with its reason. */
final class Choices {

  /** A site of the draft. */
  record Site(String name, String displayName, Guess zone, String because) {}

  private final Picture picture;
  private final Path out;

  Choices(Picture picture, Path out) {
    this.picture = picture;
    this.out = out;
  }

  Guess organization() {
    for (var group : picture.groups.values()) {
      String display = group.displayName();
      if (group.parent() == null && display != null && !display.startsWith("Tenant Root")) {
        return new Guess(display, "the topmost management group is called so");
      }
    }
    if (!picture.projects.isEmpty()) {
      return new Guess(picture.projects.first(), "the compose project is called so");
    }
    Path last = out.toAbsolutePath().normalize().getFileName();
    return new Guess(last == null ? "company" : last.toString(), "the folder is called so");
  }

  Optional<String> region() {
    return Picture.most(picture.regions);
  }

  Guess zone() {
    Optional<String> zone = Picture.most(picture.zones);
    if (zone.isPresent()) {
      return new Guess(zone.get(), "calendars or containers are set to it");
    }
    Optional<String> region = region();
    Regions.Place place = region.map(Regions::of).orElse(null);
    return place == null
        ? new Guess("UTC", "no file tells a time zone")
        : new Guess(place.zone(), "most resources are in " + region.orElse(""));
  }

  Guess currency() {
    Optional<String> region = region();
    Regions.Place place = region.map(Regions::of).orElse(null);
    return place == null
        ? new Guess("EUR", "no file tells a currency")
        : new Guess(place.currency(), "most resources are in " + region.orElse(""));
  }

  Guess owner() {
    return Picture.most(picture.owners)
        .map(owner -> new Guess(owner, "most owner tags name it"))
        .orElse(new Guess("Service owner ERP", "no file tells who answers for it"));
  }

  /** Sites from labels, or one that stands for all of them. */
  List<Site> sites() {
    List<Site> sites = new ArrayList<>();
    picture.sites.forEach(
        (name, where) -> sites.add(new Site(Words.slug(name, "site"), name, zone(), where)));
    return sites.isEmpty()
        ? List.of(new Site("main-site", "Main site", zone(), "no file names a plant"))
        : sites;
  }

  /** The tiers that were seen, production always among them. */
  Set<Tier> tiers() {
    Set<Tier> tiers = EnumSet.of(Tier.PRODUCTION);
    tiers.addAll(picture.tiers.keySet());
    return tiers;
  }

  String tierReason(Tier tier) {
    String where = picture.tiers.get(tier);
    return where == null
        ? "no name speaks of a tier, and something must be in production"
        : where + " suggests it";
  }

  /** Subscriptions that may hold a tier, by name. */
  Optional<String> subscription(Tier tier) {
    return picture.subscriptions.values().stream()
        .filter(one -> subscriptionTiers(one.id()).contains(tier))
        .map(one -> one.name())
        .findFirst();
  }

  /** The tiers of a subscription: those its names speak of, else production to be careful. */
  Set<Tier> subscriptionTiers(String id) {
    Set<Tier> seen =
        picture.subscriptionTiers.getOrDefault(id.toLowerCase(Locale.ROOT), new TreeSet<>());
    return seen.isEmpty() ? EnumSet.of(Tier.PRODUCTION) : EnumSet.copyOf(seen);
  }

  /** The services that were seen; an ERP without any is at least Odoo and its database. */
  Set<ServiceType> services() {
    Set<ServiceType> services = EnumSet.of(ServiceType.ODOO, ServiceType.POSTGRESQL);
    services.add(ServiceType.FILESTORE);
    services.addAll(picture.services.keySet());
    return services;
  }

  String serviceReason(ServiceType type) {
    Picture.Seen seen = picture.services.get(type);
    return seen == null ? "every Odoo has one, though no file shows it" : seen.because();
  }

  Optional<String> version(ServiceType type) {
    Picture.Seen seen = picture.services.get(type);
    return seen == null ? Optional.empty() : seen.version();
  }
}
