package dev.interlock.cli.window;

import dev.interlock.changes.NextWindow;
import dev.interlock.cli.gate.PlantZones;
import dev.interlock.finding.Diagnostic;
import dev.interlock.usecases.FindWindow;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The earliest slot, whoever looked for it.
 *
 * @param environment its name
 * @param tier that was applied, or null
 * @param rule which calendars count
 * @param from the instant that was asked for
 * @param duration how long the change takes
 * @param next the slot, or why there is none
 * @param plants the sites the environment serves, with their time zones
 * @param warnings what is odd about the estate
 */
record SlotAnswer(
    String environment,
    @Nullable String tier,
    String rule,
    Instant from,
    Duration duration,
    NextWindow next,
    SortedMap<String, ZoneId> plants,
    List<Diagnostic> warnings) {

  SlotAnswer {
    plants = Collections.unmodifiableSortedMap(new TreeMap<>(plants));
    warnings = List.copyOf(warnings);
  }

  static SlotAnswer of(FindWindow.Answer answer) {
    return new SlotAnswer(
        answer.environment(),
        answer.scope().tier(),
        answer.scope().rule().name().toLowerCase(Locale.ROOT).replace('_', '-'),
        answer.from(),
        answer.duration(),
        answer.next(),
        PlantZones.of(answer.estate(), answer.environment()),
        answer.warnings());
  }
}
