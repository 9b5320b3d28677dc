package dev.interlock.usecases;

import dev.interlock.estate.Environment;
import dev.interlock.estate.Estate;
import dev.interlock.recovery.DrillTimes;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** When each environment of an estate is to be drilled. */
public final class ScheduledDrills {

  private ScheduledDrills() {}

  /** All environments by name; empty for one that is drilled by hand alone. */
  public static Map<String, Optional<DrillTimes>> of(EstateInForce inForce) {
    Estate estate = inForce.loaded().estate();
    Map<String, Optional<DrillTimes>> all = new TreeMap<>();
    estate.all(Environment.class).keySet().forEach(it -> all.put(it, DrillTimes.of(estate, it)));
    return all;
  }
}
