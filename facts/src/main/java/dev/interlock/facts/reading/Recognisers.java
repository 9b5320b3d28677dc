package dev.interlock.facts.reading;

import dev.interlock.document.MappingNode;
import java.util.List;

/**
 * Asks one recogniser after the other.
 *
 * @param all the most certain first
 */
public record Recognisers(List<Recogniser> all) {

  /** What the first recogniser that knows it says. */
  public Recognised recognise(MappingNode body, MappingNode envelope, String file) {
    for (Recogniser recogniser : all) {
      Recognised recognised = recogniser.recognise(body, envelope, file);
      if (!(recognised instanceof Recognised.Unknown)) {
        return recognised;
      }
    }
    return new Recognised.Unknown();
  }
}
