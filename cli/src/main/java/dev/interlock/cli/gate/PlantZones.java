package dev.interlock.cli.gate;

import dev.interlock.estate.Environment;
import dev.interlock.estate.Estate;
import dev.interlock.estate.Plant;
import java.time.ZoneId;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** The sites an environment serves, each with the time zone its people live in. */
public final class PlantZones {

  private PlantZones() {}

  /** Zone by plant, by name; empty when the environment serves none. */
  public static SortedMap<String, ZoneId> of(Estate estate, String environment) {
    SortedMap<String, ZoneId> zones = new TreeMap<>();
    List<String> names =
        estate.find(Environment.class, environment).map(Environment::plants).orElse(List.of());
    for (String name : names) {
      estate.find(Plant.class, name).ifPresent(plant -> zones.put(name, plant.timeZone()));
    }
    return zones;
  }
}
