package dev.interlock.guardrails;

import dev.interlock.estate.Entry;
import dev.interlock.estate.Estate;
import dev.interlock.estate.Waiver;
import dev.interlock.finding.SourceRef;
import java.util.List;

/**
 * The exceptions that were granted.
 *
 * @param granted in name order
 */
public record Waivers(List<Granted> granted) {

  /** No exceptions. */
  public static final Waivers NONE = new Waivers(List.of());

  /**
   * One exception.
   *
   * @param name of the waiver
   * @param source where it is written
   */
  public record Granted(String name, Waiver waiver, SourceRef source) {}

  public Waivers {
    granted = List.copyOf(granted);
  }

  /** The waivers of an estate. */
  public static Waivers of(Estate estate) {
    return new Waivers(estate.entries(Waiver.class).stream().map(Waivers::granted).toList());
  }

  private static Granted granted(Entry<Waiver> entry) {
    return new Granted(entry.name(), entry.spec(), entry.source());
  }
}
