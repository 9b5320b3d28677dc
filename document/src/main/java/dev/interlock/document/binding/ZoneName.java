package dev.interlock.document.binding;

import dev.interlock.document.ScalarNode;
import dev.interlock.finding.Suggestion;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A time zone of the IANA database. Names without daylight-saving rules, such as {@code +01:00},
 * {@code EST} or {@code Etc/GMT-1}, are refused: a plant has none of those, and they are right half
 * of the year. UTC alone is allowed.
 */
final class ZoneName implements TextScalar<ZoneId> {

  private static final Set<String> FIXED =
      Set.of("EST", "MST", "HST", "GMT", "GMT0", "UCT", "Zulu", "Universal", "Greenwich");

  @Override
  public String expected() {
    return "a time zone's IANA name such as Europe/Vienna";
  }

  @Override
  public @Nullable ZoneId parse(String text) {
    return isPlace(text) && ZoneId.getAvailableZoneIds().contains(text) ? ZoneId.of(text) : null;
  }

  private static boolean isPlace(String name) {
    return !FIXED.contains(name)
        && !name.startsWith("SystemV/")
        && (!name.startsWith("Etc/") || name.equals("Etc/UTC"));
  }

  @Override
  public @Nullable String hint(ScalarNode node) {
    String text = node.text().strip();
    if (text.isEmpty()) {
      return null;
    }
    Set<String> places =
        ZoneId.getAvailableZoneIds().stream()
            .filter(name -> name.indexOf('/') > 0 && isPlace(name))
            .collect(Collectors.toUnmodifiableSet());
    String city = "/" + text.replace(' ', '_').toLowerCase(Locale.ROOT);
    return places.stream()
        .filter(name -> name.toLowerCase(Locale.ROOT).endsWith(city))
        .sorted()
        .findFirst()
        .map(name -> "did you mean \"" + name + "\"?")
        .or(() -> Suggestion.didYouMean(text, places))
        .orElse("name a city, so that daylight saving is known");
  }

  @Override
  public ZoneId standIn(boolean other) {
    return ZoneId.of(other ? "Pacific/Kiritimati" : "UTC");
  }

  @Override
  public Map<String, Object> schema() {
    return Map.of("type", "string", "pattern", "^[A-Za-z][A-Za-z0-9_+/-]*$");
  }
}
