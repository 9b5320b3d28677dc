package dev.interlock.cli.remote;

import java.time.ZoneId;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** The sites that an environment of the server's estate serves. */
public final class ServerPlants {

  private ServerPlants() {}

  /** Zone by plant; empty when the environment serves none, or is gone meanwhile. */
  public static SortedMap<String, ZoneId> of(Api api, String environment) {
    SortedMap<String, ZoneId> zones = new TreeMap<>();
    Reply found = api.find("/estate/documents/Environment/" + Api.escaped(environment));
    List<String> names = found.found() ? found.json().part("spec").texts("plants") : List.of();
    if (names.isEmpty()) {
      return zones;
    }
    for (Part plant : api.get("/estate/documents?kind=Plant").list()) {
      if (names.contains(plant.text("name"))) {
        zones.put(plant.text("name"), plant.part("spec").word("timeZone", ZoneId::of));
      }
    }
    return zones;
  }
}
