package dev.interlock.recovery.postgres;

import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What may be told of the messages of a restore. They quote commands, rows and keys of the dump,
 * which may hold what nobody else may read; and messages go into evidence. So only the lines that
 * PostgreSQL words itself stay, and of what they quote only names of things.
 */
final class RestoreWords implements Function<String, Optional<String>> {

  private static final Pattern OF_THE_TOOL = Pattern.compile("pg_restore: .*");

  /** Where in which table; what stands there comes after it. */
  private static final Pattern PLACE = Pattern.compile("(CONTEXT: +COPY .*?, line \\d+).*");

  /** Which columns are not unique; their values come after them. */
  private static final Pattern KEY = Pattern.compile("(DETAIL: +Key \\(.*?\\)=\\().*");

  /** Everything in quotes, also when its end is on another line. */
  private static final Pattern QUOTED =
      Pattern.compile("(?<kind>\\w*)(?<gap> ?)\"(?:[^\"]|\"\")*(?:\"|$)");

  private static final Pattern NAMED =
      Pattern.compile(
          "aggregate|cast|collation|column|constraint|conversion|database|domain|encoding"
              + "|extension|file|function|index|language|operator|parameter|partition|policy"
              + "|procedure|publication|relation|role|rule|schema|sequence|server|statistics"
              + "|table|tablespace|trigger|type|user|view|wrapper");

  @Override
  public Optional<String> apply(String line) {
    Matcher place = PLACE.matcher(line);
    if (place.matches()) {
      return Optional.of(place.group(1));
    }
    Matcher key = KEY.matcher(line);
    if (key.matches()) {
      return Optional.of(key.group(1) + "…)");
    }
    return OF_THE_TOOL.matcher(line).matches()
        ? Optional.of(withoutValues(line))
        : Optional.empty();
  }

  private static String withoutValues(String line) {
    return QUOTED
        .matcher(line)
        .replaceAll(quoted ->
            Matcher.quoteReplacement(
                NAMED.matcher(quoted.group(1)).matches()
                    ? quoted.group()
                    : quoted.group(1) + quoted.group(2) + "\"…\""));
  }
}
