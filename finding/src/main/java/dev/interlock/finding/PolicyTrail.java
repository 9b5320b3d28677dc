package dev.interlock.finding;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The way in which an Azure Policy came to speak about a resource. Names are as declared.
 *
 * @param assignment that puts it in force; null when nobody assigned it, and it counts everywhere
 * @param initiative that the definition is part of; null when it is assigned itself
 * @param definition that was evaluated
 * @param reference the definition's name in the initiative; null outside of one
 * @param enforced false for an assignment that only tells: nothing fails by it
 */
public record PolicyTrail(
    @Nullable String assignment,
    @Nullable String initiative,
    String definition,
    @Nullable String reference,
    boolean enforced) {

  /** {@code assignment "a", initiative "b", definition "c"}. */
  public String words() {
    List<String> words = new ArrayList<>();
    if (assignment != null) {
      words.add("assignment \"" + assignment + "\"");
    }
    if (initiative != null) {
      words.add("initiative \"" + initiative + "\"");
    }
    words.add("definition \"" + definition + "\"");
    return String.join(", ", words);
  }
}
