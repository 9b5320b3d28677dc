package dev.interlock.changes;

import dev.interlock.document.MappingNode;
import dev.interlock.document.Node;
import dev.interlock.estate.Environment;
import dev.interlock.estate.Estate;
import dev.interlock.estate.Service;
import dev.interlock.estate.Service.ServiceType;
import dev.interlock.facts.ImageUse;
import dev.interlock.facts.Resource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Tells which services of an environment a resource belongs to: by its name and labels, and by the
 * type of what it runs. Where only the type can be told, all services of that type count.
 */
final class TouchedServices {

  /** Labels and tags by which resources say what they belong to. */
  private static final Set<String> LABELS =
      Set.of(
          "interlock.dev/service",
          "app.kubernetes.io/name",
          "app.kubernetes.io/instance",
          "app.kubernetes.io/component",
          "app",
          "service");

  private final Map<String, ServiceType> services = new LinkedHashMap<>();

  /** The services that the environment lists. */
  TouchedServices(Estate estate, String environment) {
    Map<String, Service> known = estate.all(Service.class);
    List<String> listed =
        estate.find(Environment.class, environment).map(Environment::services).orElse(List.of());
    for (String name : listed) {
      Service service = known.get(name);
      services.put(name, service == null ? ServiceType.OTHER : service.type());
    }
  }

  /** Names of the services that a resource belongs to. */
  Set<String> of(Resource resource, List<ImageUse> images) {
    Set<String> found = new LinkedHashSet<>();
    List<String> names = names(resource);
    services.keySet().stream().filter(names::contains).forEach(found::add);
    if (found.isEmpty() && !images.isEmpty()) {
      found.addAll(similar(resource.name()));
    }
    for (ServiceType type : types(resource, images)) {
      if (found.stream().noneMatch(name -> services.get(name) == type)) {
        services.entrySet().stream()
            .filter(service -> service.getValue() == type)
            .forEach(service -> found.add(service.getKey()));
      }
    }
    return found;
  }

  /** {@code core-redis} and {@code redis-0} belong to {@code redis}. */
  private List<String> similar(String name) {
    return services.keySet().stream()
        .filter(service -> name.startsWith(service + "-") || name.endsWith("-" + service))
        .toList();
  }

  private static List<String> names(Resource resource) {
    List<String> names = new ArrayList<>();
    names.add(resource.name());
    MappingNode body = resource.body();
    labels(body.get("tags"), names);
    labels(child(body.get("metadata"), "labels"), names);
    Node spec = body.get("spec");
    labels(child(child(child(spec, "template"), "metadata"), "labels"), names);
    if (child(spec, "scaleTargetRef") instanceof MappingNode target) {
      String name = target.text("name");
      names.add(name == null ? "" : name);
    }
    return names;
  }

  private static void labels(@Nullable Node labels, List<String> names) {
    if (labels instanceof MappingNode mapping) {
      for (String label : LABELS) {
        String value = mapping.text(label);
        names.add(value == null ? "" : value);
      }
    }
  }

  private static @Nullable Node child(@Nullable Node node, String key) {
    return node instanceof MappingNode mapping ? mapping.get(key) : null;
  }

  private static Set<ServiceType> types(Resource resource, List<ImageUse> images) {
    Set<ServiceType> types = new LinkedHashSet<>();
    for (ImageUse image : images) {
      if (!image.supporting()) {
        types.addAll(SoftwareNames.types(image.shortName()));
      }
    }
    ServiceType own = byType(resource.type().toLowerCase(Locale.ROOT));
    if (own != null) {
      types.add(own);
    }
    return types;
  }

  private static @Nullable ServiceType byType(String type) {
    if (type.startsWith("postgresql.")
        || type.endsWith("/postgresql")
        || type.startsWith("microsoft.dbforpostgresql/")) {
      return ServiceType.POSTGRESQL;
    }
    if (type.startsWith("microsoft.cache/")) {
      return ServiceType.REDIS;
    }
    if (type.startsWith("microsoft.network/dnszones")
        || type.startsWith("microsoft.network/privatednszones")) {
      return ServiceType.DNS;
    }
    return type.startsWith("cert-manager.io/") ? ServiceType.CERTIFICATES : null;
  }
}
