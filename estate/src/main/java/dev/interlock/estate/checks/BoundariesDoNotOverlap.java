package dev.interlock.estate.checks;

import dev.interlock.estate.Entry;
import dev.interlock.estate.Estate;
import dev.interlock.estate.EstateCode;
import dev.interlock.estate.ServiceBoundary;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** For each environment one agreement says who does what. */
final class BoundariesDoNotOverlap implements Check {

  @Override
  public void run(Estate estate, Names names, Report report) {
    Map<String, Entry<ServiceBoundary>> first = new HashMap<>();
    for (Entry<ServiceBoundary> boundary : estate.entries(ServiceBoundary.class)) {
      List<String> environments = boundary.spec().environments();
      for (int i = 0; i < environments.size(); i++) {
        Entry<ServiceBoundary> earlier = first.putIfAbsent(environments.get(i), boundary);
        if (earlier != null && !earlier.name().equals(boundary.name())) {
          report.add(
              EstateCode.SEVERAL_BOUNDARIES,
              boundary.at("environments", i),
              "environments: \""
                  + environments.get(i)
                  + "\" already lies within "
                  + earlier.title());
        }
      }
    }
  }
}
