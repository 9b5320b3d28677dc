package dev.interlock.guardrails.azurepolicy.model;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The versions that an assignment or reference takes: {@code 1.*.*}, {@code 1.2.*} or {@code
 * 1.2.3}, each also with a suffix: {@code 1.*.*-preview}. Finished versions are taken in any case,
 * unfinished ones only by a range with their suffix.
 *
 * @param major the one major version
 * @param minor null for any
 * @param patch null for any
 * @param suffix of unfinished versions that are taken too; empty for none
 */
public record VersionRange(
    int major, @Nullable Integer minor, @Nullable Integer patch, String suffix) {

  private static final Pattern WRITTEN =
      Pattern.compile("(\\d{1,9})\\.(\\d{1,9}|\\*)\\.(\\d{1,9}|\\*)(?:-([0-9A-Za-z.-]+))?");

  /** Reads a range; empty when it is none. */
  public static Optional<VersionRange> parse(String written) {
    Matcher matcher = WRITTEN.matcher(written.strip());
    if (!matcher.matches()) {
      return Optional.empty();
    }
    String suffix = matcher.group(4);
    return Optional.of(
        new VersionRange(
            Integer.parseInt(matcher.group(1)),
            number(matcher.group(2)),
            number(matcher.group(3)),
            suffix == null ? "" : suffix));
  }

  private static @Nullable Integer number(String written) {
    return written.equals("*") ? null : Integer.valueOf(written);
  }

  /** True when the version is one of these. */
  public boolean takes(DefinitionVersion version) {
    return version.major() == major
        && (minor == null || minor == version.minor())
        && (patch == null || patch == version.patch())
        && (version.suffix().isEmpty() || version.suffix().equalsIgnoreCase(suffix));
  }

  @Override
  public String toString() {
    String numbers = major + "." + star(minor) + "." + star(patch);
    return suffix.isEmpty() ? numbers : numbers + "-" + suffix;
  }

  private static String star(@Nullable Integer number) {
    return number == null ? "*" : number.toString();
  }
}
