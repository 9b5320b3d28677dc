package dev.interlock.estate.checks;

import dev.interlock.estate.Entry;
import dev.interlock.estate.Estate;
import dev.interlock.estate.EstateCode;
import dev.interlock.estate.Waiver;

/**
 * A waiver is an exception. One from every control over everything is none: it would take the
 * guardrails away, and look like an exception.
 */
final class WaiversAreNarrow implements Check {

  private static final String EVERY = "*";

  @Override
  public void run(Estate estate, Names names, Report report) {
    for (Entry<Waiver> waiver : estate.entries(Waiver.class)) {
      boolean wide = !namesFindings(waiver.spec());
      if (wide && waiver.spec().control().equals(EVERY)) {
        report.add(
            EstateCode.BLANKET_WAIVER,
            waiver.at("control"),
            "control: this covers every finding of every control, so no guardrail would be left",
            "name the control, or add resources or fingerprints; which controls hold in an"
                + " environment is said by its ControlSet");
      } else if (wide
          && waiver.spec().control().endsWith(EVERY)
          && waiver.spec().environments().isEmpty()) {
        report.add(
            EstateCode.WIDE_WAIVER,
            waiver.at("control"),
            "control: this covers every control of that beginning, for everything everywhere",
            "name the control, or add environments, resources or fingerprints");
      }
    }
  }

  private static boolean namesFindings(Waiver waiver) {
    boolean resources =
        !waiver.resources().isEmpty()
            && waiver.resources().stream().noneMatch(WaiversAreNarrow::isEverything);
    return resources || !waiver.fingerprints().isEmpty();
  }

  /** Stars and slashes alone, which every id fits. */
  private static boolean isEverything(String glob) {
    return glob.contains(EVERY) && glob.replace(EVERY, "").replace("/", "").isBlank();
  }
}
