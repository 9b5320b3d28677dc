package dev.interlock.guardrails.azurepolicy.model;

import java.util.Comparator;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The version of a definition or initiative: three numbers, and a suffix such as {@code preview}
 * for one that is not finished. Ordered by its numbers; a finished one comes after unfinished ones
 * with the same numbers.
 *
 * @param suffix empty for a finished one
 */
public record DefinitionVersion(int major, int minor, int patch, String suffix)
    implements Comparable<DefinitionVersion> {

  private static final Pattern WRITTEN =
      Pattern.compile("(\\d{1,9})\\.(\\d{1,9})\\.(\\d{1,9})(?:-([0-9A-Za-z.-]+))?");

  private static final Comparator<DefinitionVersion> ORDER =
      Comparator.comparingInt(DefinitionVersion::major)
          .thenComparingInt(DefinitionVersion::minor)
          .thenComparingInt(DefinitionVersion::patch)
          .thenComparing(version -> version.suffix.isEmpty())
          .thenComparing(DefinitionVersion::suffix);

  /** Reads {@code 1.2.3} or {@code 1.2.3-preview}; empty when it is neither. */
  public static Optional<DefinitionVersion> parse(String written) {
    Matcher matcher = WRITTEN.matcher(written.strip());
    if (!matcher.matches()) {
      return Optional.empty();
    }
    String suffix = matcher.group(4);
    return Optional.of(
        new DefinitionVersion(
            Integer.parseInt(matcher.group(1)),
            Integer.parseInt(matcher.group(2)),
            Integer.parseInt(matcher.group(3)),
            suffix == null ? "" : suffix));
  }

  @Override
  public int compareTo(DefinitionVersion other) {
    return ORDER.compare(this, other);
  }

  @Override
  public String toString() {
    String numbers = major + "." + minor + "." + patch;
    return suffix.isEmpty() ? numbers : numbers + "-" + suffix;
  }
}
