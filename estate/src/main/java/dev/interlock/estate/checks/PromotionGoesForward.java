package dev.interlock.estate.checks;

import dev.interlock.estate.Entry;
import dev.interlock.estate.Environment;
import dev.interlock.estate.Estate;
import dev.interlock.estate.EstateCode;

/** An artifact comes from a tier before, or from the same one. */
final class PromotionGoesForward implements Check {

  @Override
  public void run(Estate estate, Names names, Report report) {
    for (Entry<Environment> environment : estate.entries(Environment.class)) {
      String from = environment.spec().promotesFrom();
      if (from == null) {
        continue;
      }
      estate
          .find(Environment.class, from)
          .filter(before -> before.tier().compareTo(environment.spec().tier()) > 0)
          .ifPresent(_ ->
              report.add(
                  EstateCode.PROMOTION_BACKWARDS,
                  environment.at("promotesFrom"),
                  "promotesFrom: \"" + from + "\" is of a later tier than this environment"));
    }
  }
}
