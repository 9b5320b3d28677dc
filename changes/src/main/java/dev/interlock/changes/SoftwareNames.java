package dev.interlock.changes;

import dev.interlock.estate.Service.ServiceType;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Tells by the name of an image which software may be in it: {@code postgresql-repmgr} and {@code
 * our-odoo18} too. To take a tool for its service costs a question more, the other way round it
 * costs a database.
 */
final class SoftwareNames {

  private static final Map<ServiceType, List<String>> NAMES =
      Map.of(
          ServiceType.ODOO, List.of("odoo"),
          ServiceType.POSTGRESQL, List.of("postgres", "spilo", "timescale", "postgis", "pgvector"),
          ServiceType.REDIS, List.of("redis", "valkey", "keydb", "dragonfly"),
          ServiceType.TRAEFIK, List.of("traefik"),
          ServiceType.IDENTITY, List.of("keycloak", "authentik"),
          ServiceType.DNS, List.of("coredns", "external-dns"));

  private SoftwareNames() {}

  /** Types of services that an image of this name may run; what only watches one runs none. */
  static Set<ServiceType> types(String image) {
    Set<ServiceType> types = new LinkedHashSet<>();
    if (!image.endsWith("exporter")) {
      for (ServiceType type : ServiceType.values()) {
        if (NAMES.getOrDefault(type, List.of()).stream().anyMatch(image::contains)) {
          types.add(type);
        }
      }
    }
    return types;
  }
}
