package dev.interlock.usecases.drafting;

import java.util.Currency;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Where Azure regions are, and what that suggests. */
final class Regions {

  /** A country with a time zone of it. */
  record Place(String country, String zone) {
    String currency() {
      return Currency.getInstance(Locale.of("", country)).getCurrencyCode();
    }
  }

  private static final Map<String, Place> PLACES =
      Map.ofEntries(
          Map.entry("westeurope", new Place("NL", "Europe/Amsterdam")),
          Map.entry("northeurope", new Place("IE", "Europe/Dublin")),
          Map.entry("germanywestcentral", new Place("DE", "Europe/Berlin")),
          Map.entry("germanynorth", new Place("DE", "Europe/Berlin")),
          Map.entry("austriaeast", new Place("AT", "Europe/Vienna")),
          Map.entry("francecentral", new Place("FR", "Europe/Paris")),
          Map.entry("italynorth", new Place("IT", "Europe/Rome")),
          Map.entry("spaincentral", new Place("ES", "Europe/Madrid")),
          Map.entry("belgiumcentral", new Place("BE", "Europe/Brussels")),
          Map.entry("polandcentral", new Place("PL", "Europe/Warsaw")),
          Map.entry("swedencentral", new Place("SE", "Europe/Stockholm")),
          Map.entry("norwayeast", new Place("NO", "Europe/Oslo")),
          Map.entry("switzerlandnorth", new Place("CH", "Europe/Zurich")),
          Map.entry("uksouth", new Place("GB", "Europe/London")),
          Map.entry("ukwest", new Place("GB", "Europe/London")),
          Map.entry("eastus", new Place("US", "America/New_York")),
          Map.entry("eastus2", new Place("US", "America/New_York")),
          Map.entry("centralus", new Place("US", "America/Chicago")),
          Map.entry("southcentralus", new Place("US", "America/Chicago")),
          Map.entry("westus", new Place("US", "America/Los_Angeles")),
          Map.entry("westus2", new Place("US", "America/Los_Angeles")),
          Map.entry("westus3", new Place("US", "America/Phoenix")),
          Map.entry("canadacentral", new Place("CA", "America/Toronto")),
          Map.entry("brazilsouth", new Place("BR", "America/Sao_Paulo")),
          Map.entry("mexicocentral", new Place("MX", "America/Mexico_City")),
          Map.entry("centralindia", new Place("IN", "Asia/Kolkata")),
          Map.entry("southindia", new Place("IN", "Asia/Kolkata")),
          Map.entry("southeastasia", new Place("SG", "Asia/Singapore")),
          Map.entry("eastasia", new Place("HK", "Asia/Hong_Kong")),
          Map.entry("japaneast", new Place("JP", "Asia/Tokyo")),
          Map.entry("koreacentral", new Place("KR", "Asia/Seoul")),
          Map.entry("australiaeast", new Place("AU", "Australia/Sydney")),
          Map.entry("uaenorth", new Place("AE", "Asia/Dubai")),
          Map.entry("southafricanorth", new Place("ZA", "Africa/Johannesburg")));

  private Regions() {}

  /** The place of a region; null when it is not known here. */
  static @Nullable Place of(String region) {
    return PLACES.get(region);
  }
}
