package dev.interlock.usecases;

import dev.interlock.document.DocumentReader;
import dev.interlock.evidence.Drill;
import dev.interlock.evidence.EvidenceCodec;
import dev.interlock.evidence.Predicate;
import dev.interlock.evidence.PredicateKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What a drill states, as JSON between two programs, in the form in which it is signed. */
public final class DrillStatement {

  private DrillStatement() {}

  /** As JSON. */
  public static String write(Drill drill) {
    return new EvidenceCodec().write(drill);
  }

  /**
   * Reads it.
   *
   * @param source where it comes from, for people
   * @return empty when it is no drill
   */
  public static Optional<Drill> read(String json, String source) {
    List<Predicate> read = new ArrayList<>();
    DocumentReader.standard()
        .read(
            json,
            source,
            document ->
                new EvidenceCodec()
                    .read(PredicateKind.DRILL, document.root(), source, _ -> {})
                    .ifPresent(read::add));
    return read.size() == 1 && read.getFirst() instanceof Drill drill
        ? Optional.of(drill)
        : Optional.empty();
  }
}
