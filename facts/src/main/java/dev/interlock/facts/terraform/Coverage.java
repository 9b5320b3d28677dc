package dev.interlock.facts.terraform;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** How much of a plan has a counterpart in ARM. */
final class Coverage {

  private long resources;
  private long attributes;
  private long mapped;
  private long elsewhere;
  private long gone;
  private final Map<String, Long> beside = new TreeMap<>();

  void resource() {
    resources++;
  }

  void attribute(boolean hasProperty) {
    attributes++;
    mapped += hasProperty ? 1 : 0;
  }

  /** Something that is a part of a resource outside of the plan. */
  void elsewhere() {
    elsewhere++;
  }

  /** Resources that the plan deletes or forgets: nothing of them is left to judge. */
  void gone(long count) {
    gone += count;
  }

  /** Something that makes nothing anywhere, such as a random number. */
  void beside(String type) {
    beside.merge(type, 1L, Long::sum);
  }

  /** Each a sentence; none when there was nothing. */
  List<String> notes() {
    List<String> notes = new ArrayList<>();
    if (resources > 0) {
      notes.add(
          "Terraform: %d of %d attributes of %d resources have an ARM property"
              .formatted(mapped, attributes, resources));
    }
    if (gone > 0) {
      notes.add("Terraform: deleted or forgotten, with nothing left to judge: " + gone);
    }
    if (elsewhere > 0) {
      notes.add(
          "Terraform: changes of resources outside of the plan, which no rule has seen: "
              + elsewhere);
    }
    if (!beside.isEmpty()) {
      notes.add("Terraform: left out, not in Azure: " + counted(beside));
    }
    return notes;
  }

  /** {@code a (2), b (1)}. */
  static String counted(Map<String, Long> counts) {
    List<String> words = new ArrayList<>();
    counts.forEach((type, count) -> words.add(type + " (" + count + ")"));
    int more = words.size() - 20;
    return String.join(", ", words.subList(0, Math.min(20, words.size())))
        + (more > 0 ? ", and " + more + " more types" : "");
  }
}
