package dev.interlock.cli.recovery;

import dev.interlock.recovery.Scenario;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** A scenario by its word, in any letter case. */
public final class ScenarioConverter implements ITypeConverter<Scenario> {

  @Override
  public Scenario convert(String value) {
    String word = value.strip().toLowerCase(Locale.ROOT);
    return Arrays.stream(Scenario.values())
        .filter(scenario -> scenario.word().equals(word))
        .findFirst()
        .orElseThrow(() -> new TypeConversionException("expected one of " + words()));
  }

  private static String words() {
    return Arrays.stream(Scenario.values()).map(Scenario::word).collect(Collectors.joining(", "));
  }
}
