package dev.interlock.cli.remote;

import dev.interlock.cli.output.JsonText;
import dev.interlock.document.DocumentReader;
import dev.interlock.evidence.Drill;
import dev.interlock.evidence.EvidenceCodec;
import dev.interlock.evidence.Predicate;
import dev.interlock.evidence.PredicateKind;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;

/** What a server says that evidence states, as the same type as if it were read here. */
public final class SentEvidence {

  private SentEvidence() {}

  /** A drill; anything else makes the answer none of Interlock's. */
  public static Drill drill(Part part) {
    StringWriter text = new StringWriter();
    JsonText.write(new PrintWriter(text), json -> PartJson.write(part, json));
    List<Predicate> read = new ArrayList<>();
    DocumentReader.standard()
        .read(
            text.toString(),
            part.server(),
            document ->
                new EvidenceCodec()
                    .read(PredicateKind.DRILL, document.root(), part.server(), _ -> {})
                    .ifPresent(read::add));
    if (read.size() == 1 && read.getFirst() instanceof Drill drill) {
      return drill;
    }
    throw Json.notUnderstood(part.server());
  }
}
