package dev.interlock.recovery.postgres;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A version of PostgreSQL or of one of its tools.
 *
 * @param major the part that decides who understands whom
 * @param text all of it, such as {@code 15.18}
 */
public record PostgresVersion(int major, String text) {

  private static final Pattern TOLD = Pattern.compile("\\(PostgreSQL\\) ((\\d+)\\S*)");
  private static final Pattern SERVER = Pattern.compile("((\\d+)\\S*).*");

  /** Out of what a tool says when asked for its version. */
  static Optional<PostgresVersion> toldBy(String answer) {
    return found(TOLD.matcher(answer));
  }

  /** Out of {@code server_version}, or of what a manifest says. */
  public static Optional<PostgresVersion> of(String server) {
    Matcher matcher = SERVER.matcher(server.strip());
    return matcher.matches() ? Optional.of(from(matcher)) : Optional.empty();
  }

  private static Optional<PostgresVersion> found(Matcher matcher) {
    return matcher.find() ? Optional.of(from(matcher)) : Optional.empty();
  }

  private static PostgresVersion from(Matcher matcher) {
    return new PostgresVersion(Integer.parseInt(matcher.group(2)), matcher.group(1));
  }

  @Override
  public String toString() {
    return text;
  }
}
