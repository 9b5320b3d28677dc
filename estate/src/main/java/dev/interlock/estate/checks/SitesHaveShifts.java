package dev.interlock.estate.checks;

import dev.interlock.estate.Entry;
import dev.interlock.estate.Estate;
import dev.interlock.estate.EstateCode;
import dev.interlock.estate.Plant;
import dev.interlock.estate.Plant.Shift;
import java.util.List;

/** Without shifts a site never seems to work, and every hour seems fit for a change. */
final class SitesHaveShifts implements Check {

  @Override
  public void run(Estate estate, Names names, Report report) {
    for (Entry<Plant> plant : estate.entries(Plant.class)) {
      List<Shift> shifts = plant.spec().shifts();
      if (shifts.isEmpty() && plant.spec().site() != Plant.SiteType.OFFICE) {
        report.add(
            EstateCode.NO_SHIFTS,
            plant.at(),
            plant.title() + " has no shifts, so nobody ever seems to be at work there",
            "add shifts with days, start and end");
      }
      for (int i = 0; i < shifts.size(); i++) {
        if (shifts.get(i).days().isEmpty()) {
          report.add(
              EstateCode.BAD_SHIFT,
              plant.at("shifts", i),
              "shifts: \"" + shifts.get(i).name() + "\" starts on no day",
              "add days: [monday, …]");
        }
      }
    }
  }
}
