package dev.interlock.usecases.drafting;

import dev.interlock.document.MappingNode;
import dev.interlock.document.MappingNode.Entry;
import dev.interlock.document.Node;
import dev.interlock.document.NodePath;
import dev.interlock.document.ScalarNode;
import dev.interlock.document.SequenceNode;
import dev.interlock.estate.Service.ServiceType;
import dev.interlock.estate.Tier;
import dev.interlock.facts.Discovered;
import dev.interlock.facts.Plane;
import dev.interlock.facts.Resource;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Looks at each thing that was found for what an estate could say about it. */
final class Gatherer {

  private static final Set<String> TIER_TAGS = Set.of("environment", "env", "stage", "tier");
  private static final Set<String> OWNER_TAGS = Set.of("owner", "owner-email", "contact");
  private static final Set<String> SITE_TAGS = Set.of("plant", "site", "werk", "factory");
  private static final List<String> CONTAINERS =
      List.of(
          "spec.containers",
          "spec.template.spec.containers",
          "spec.jobTemplate.spec.template.spec.containers");

  private final Picture picture;

  Gatherer(Picture picture) {
    this.picture = picture;
  }

  void resource(Resource resource) {
    if (resource.plane() == Plane.AZURE) {
      azure(resource);
    } else {
      kubernetes(resource);
    }
  }

  private void azure(Resource resource) {
    MappingNode body = resource.body();
    picture.azureResources++;
    String location = body.text("location");
    if (location != null && !location.equals("global")) {
      Picture.count(picture.regions, location.toLowerCase(Locale.ROOT).replace(" ", ""));
    }
    labels(body.get("tags"), resource.id(), true);
    String group = group(resource.id());
    picture.tier(group, "the resource group " + group);
    noteSubscription(resource);
    ServiceType type = Words.service(resource.type());
    if (type != null) {
      String because = "there is " + resource.type() + " " + resource.name();
      picture.service(type, because, version(body, type));
    }
    if (type == ServiceType.POSTGRESQL && picture.databaseRetentionDays.isEmpty()) {
      picture.databaseRetentionDays = retention(body);
    }
  }

  private static Optional<String> version(MappingNode body, ServiceType type) {
    boolean told = type == ServiceType.POSTGRESQL;
    return told && NodePath.parse("properties.version").find(body) instanceof ScalarNode version
        ? Optional.of(version.text())
        : Optional.empty();
  }

  private static Optional<Integer> retention(MappingNode body) {
    for (String path :
        List.of("properties.backup.backupRetentionDays", "backup.backupRetentionDays")) {
      if (NodePath.parse(path).find(body) instanceof ScalarNode scalar
          && scalar.value() instanceof Long days
          && days > 0
          && days < 4000) {
        return Optional.of(days.intValue());
      }
    }
    return Optional.empty();
  }

  private void noteSubscription(Resource resource) {
    String[] parts = resource.id().split("/", 6);
    Tier tier = tierOf(resource);
    if (parts.length > 2 && parts[1].equalsIgnoreCase("subscriptions")) {
      String id = parts[2].toLowerCase(Locale.ROOT);
      Set<Tier> tiers = picture.subscriptionTiers.computeIfAbsent(id, _ -> new TreeSet<>());
      if (tier != null) {
        tiers.add(tier);
      }
      // Named as in the account list where there is one; else by its id.
      String name = "subscription-" + id;
      picture.subscriptions.putIfAbsent(
          id, new Discovered.Subscription(resource.file(), parts[2], name, null));
    }
  }

  /** What its tag says, or else its group's name. */
  private static @Nullable Tier tierOf(Resource resource) {
    if (resource.body().get("tags") instanceof MappingNode tags) {
      for (Entry tag : tags.entries()) {
        boolean tells = TIER_TAGS.contains(tag.key().toLowerCase(Locale.ROOT));
        if (tells && tag.value() instanceof ScalarNode value) {
          return Words.tier(value.text());
        }
      }
    }
    return Words.tier(group(resource.id()));
  }

  private static String group(String id) {
    String[] parts = id.split("/", 6);
    return parts.length > 4 ? parts[4] : "";
  }

  private void kubernetes(Resource resource) {
    Node written = NodePath.parse("metadata.namespace").find(resource.body());
    String name = written instanceof ScalarNode scalar ? scalar.text() : "";
    String kind = resource.type().endsWith("/Namespace") ? resource.name() : "";
    picture.tier(name + " " + kind, "the namespace " + name + kind + " in " + resource.file());
    Tier tier = Words.tier(name + " " + kind);
    boolean live = tier == null || tier == Tier.PRODUCTION;
    if (live) {
      picture.manifests.add(resource.file());
    }
    labels(NodePath.parse("metadata.labels").find(resource.body()), resource.id(), false);
    for (String path : CONTAINERS) {
      containers(NodePath.parse(path).find(resource.body()), resource, live);
    }
    ServiceType type = Words.service(resource.type().toLowerCase(Locale.ROOT));
    if (type != null) {
      picture.service(type, "there is " + resource.id(), Optional.empty());
    }
  }

  private void containers(@Nullable Node containers, Resource resource, boolean live) {
    if (containers instanceof SequenceNode list) {
      for (Node item : list.items()) {
        String image = item instanceof MappingNode container ? container.text("image") : null;
        if (image != null) {
          image(image, resource.id());
          if (live && Words.service(image) == ServiceType.ODOO) {
            picture.odooManifests.add(resource.file());
            picture.odooImages.add(image);
          }
        }
      }
    }
  }

  private void image(String image, String where) {
    String name = image.contains("@") ? image.substring(0, image.indexOf('@')) : image;
    int colon = name.lastIndexOf(':');
    boolean tagged = colon > name.lastIndexOf('/');
    String tag = tagged ? name.substring(colon + 1) : "";
    ServiceType type = Words.service(tagged ? name.substring(0, colon) : name);
    if (type != null) {
      boolean tells = !tag.isEmpty() && Character.isDigit(tag.charAt(0));
      String because = where + " runs the image " + image;
      picture.service(type, because, tells ? Optional.of(tag) : Optional.empty());
    }
  }

  private void labels(@Nullable Node labels, String where, boolean count) {
    if (!(labels instanceof MappingNode mapping)) {
      return;
    }
    for (Entry entry : mapping.entries()) {
      String key = entry.key().toLowerCase(Locale.ROOT);
      String value = entry.value() instanceof ScalarNode scalar ? scalar.text() : "";
      if (count) {
        Picture.count(picture.tags, entry.key());
      }
      if (TIER_TAGS.contains(key)) {
        picture.tier(value, "the label " + entry.key() + " of " + where);
      } else if (OWNER_TAGS.contains(key) && !value.isBlank()) {
        Picture.count(picture.owners, value);
      } else if (SITE_TAGS.contains(key) && !value.isBlank()) {
        picture.sites.putIfAbsent(value, "the label " + entry.key() + " of " + where);
      }
    }
  }

  void other(Discovered discovered) {
    switch (discovered) {
      case Discovered.Subscription one -> subscription(one);
      case Discovered.ManagementGroup group -> picture.groups.putIfAbsent(group.name(), group);
      case Discovered.ComposeService service -> compose(service);
      case Discovered.OdooConfiguration configuration -> {
        String because = "there is " + configuration.file();
        picture.service(ServiceType.ODOO, because, Optional.empty());
        picture.service(
            ServiceType.FILESTORE, because + ", and Odoo keeps files", Optional.empty());
        if (configuration.options().containsKey("db_host")) {
          picture.service(ServiceType.POSTGRESQL, because + " with db_host", Optional.empty());
        }
        picture.tier(configuration.file(), "the file " + configuration.file());
        Tier tier = Words.tier(configuration.file());
        if (tier == null || tier == Tier.PRODUCTION) {
          picture.odooConfigurations.add(configuration.file());
        }
      }
      case Discovered.CalendarFile calendar -> {
        picture.calendars.add(calendar);
        zone(calendar.timeZone());
      }
    }
  }

  /** Two exports may tell of the same subscription; the one that knows its group is kept. */
  private void subscription(Discovered.Subscription one) {
    String key = one.id().toLowerCase(Locale.ROOT);
    boolean taken =
        picture.subscriptions.values().stream()
            .anyMatch(s -> s.name().equals(one.name()) && !s.id().equalsIgnoreCase(one.id()));
    String name = taken ? one.name() + "-" + key : one.name();
    picture.subscriptions.merge(
        key,
        new Discovered.Subscription(one.file(), one.id(), name, one.managementGroup()),
        (a, b) -> a.managementGroup() == null ? b : a);
    Tier tier = Words.tier(one.name());
    if (tier != null) {
      String id = one.id().toLowerCase(Locale.ROOT);
      picture.subscriptionTiers.computeIfAbsent(id, _ -> new TreeSet<>()).add(tier);
      picture.tiers.putIfAbsent(tier, "the subscription " + one.name());
    }
  }

  private void compose(Discovered.ComposeService service) {
    picture.projects.add(service.project());
    picture.tier(service.file(), "the file " + service.file());
    zone(service.timeZone());
    Tier tier = Words.tier(service.file());
    if (tier == null || tier == Tier.PRODUCTION) {
      picture.composeFiles.add(service.file());
      if (service.image() != null) {
        boolean odoo = Words.service(service.image()) == ServiceType.ODOO;
        (odoo ? picture.odooImages : picture.neighbourImages).add(service.image());
      }
    }
    String where = service.file() + ", service " + service.name() + ",";
    if (service.image() != null) {
      image(service.image(), where);
    }
    ServiceType type = Words.service(service.name());
    if (type != null) {
      picture.service(type, where + " is called so", Optional.empty());
    }
  }

  private void zone(@Nullable String zone) {
    try {
      if (zone != null && ZoneId.of(zone).getId().indexOf('/') > 0) {
        Picture.count(picture.zones, zone);
      }
    } catch (DateTimeException _) {
      // Some calendars use names of their own for zones; they suggest nothing.
    }
  }
}
