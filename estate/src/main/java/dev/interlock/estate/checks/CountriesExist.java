package dev.interlock.estate.checks;

import dev.interlock.estate.Entry;
import dev.interlock.estate.Estate;
import dev.interlock.estate.EstateCode;
import dev.interlock.estate.LegalEntity;
import dev.interlock.estate.Plant;
import dev.interlock.finding.Suggestion;
import java.util.Locale;
import java.util.Locale.IsoCountryCode;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Countries are codes of ISO 3166-1 alpha-2. */
final class CountriesExist implements Check {

  @Override
  public void run(Estate estate, Names names, Report report) {
    Set<String> codes = Locale.getISOCountries(IsoCountryCode.PART1_ALPHA2);
    for (Entry<LegalEntity> entity : estate.entries(LegalEntity.class)) {
      check(entity, entity.spec().country(), codes, report);
    }
    for (Entry<Plant> plant : estate.entries(Plant.class)) {
      check(plant, plant.spec().country(), codes, report);
    }
  }

  private static void check(
      Entry<?> entry, @Nullable String country, Set<String> codes, Report report) {
    if (country != null && !codes.contains(country)) {
      report.add(
          EstateCode.UNKNOWN_COUNTRY,
          entry.at("country"),
          "country: expected two letters of ISO 3166-1 such as AT, found \"" + country + "\"",
          hint(country.toUpperCase(Locale.ROOT), codes));
    }
  }

  private static @Nullable String hint(String country, Set<String> codes) {
    return country.equals("UK")
        ? "did you mean \"GB\"?"
        : codes.contains(country)
            ? "did you mean \"" + country + "\"?"
            : country.length() == 2 ? null : Suggestion.didYouMean(country, codes).orElse(null);
  }
}
