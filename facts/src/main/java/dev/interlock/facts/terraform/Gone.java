package dev.interlock.facts.terraform;

import dev.interlock.facts.StatefulTypes;
import dev.interlock.finding.SourceRef;
import java.util.ArrayList;
import java.util.List;

/** What a plan takes away that holds data: deleted, or replaced by an empty one. */
final class Gone {

  private Gone() {}

  /** Each in words with its place, to follow "destroys". */
  static List<String> of(List<Planned> all, Mappings mappings, String file) {
    List<String> gone = new ArrayList<>();
    for (Planned planned : all) {
      if (planned.destroys() && holdsData(planned, mappings)) {
        gone.add(words(planned, file));
      }
    }
    return gone;
  }

  private static boolean holdsData(Planned planned, Mappings mappings) {
    if (planned.type().startsWith("azapi_")) {
      String type = Azapi.type(planned);
      return planned.type().equals(Azapi.RESOURCE) && (type.isEmpty() || StatefulTypes.has(type));
    }
    Mapping mapping = mappings.of(planned.type());
    if (mapping != null) {
      String type = mapping.type();
      return type != null && StatefulTypes.has(type);
    }
    return !Beside.is(planned.type()) && StatefulTypes.soundsLike(planned.type());
  }

  private static String words(Planned planned, String file) {
    SourceRef place = planned.place().in(file);
    String how = planned.actions().contains("create") ? "replaced" : "deleted";
    return "%s, which is %s by the plan (%s)".formatted(planned.address(), how, place);
  }
}
