package dev.interlock.cli.remote;

import dev.interlock.cli.output.JsonText;
import dev.interlock.evidence.Drill;
import dev.interlock.usecases.DrillStatement;
import java.io.PrintWriter;
import java.io.StringWriter;

/** What a server says that evidence states, as the same type as if it were read here. */
public final class SentEvidence {

  private SentEvidence() {}

  /** A drill; anything else makes the answer none of Interlock's. */
  public static Drill drill(Part part) {
    StringWriter text = new StringWriter();
    JsonText.write(new PrintWriter(text), json -> PartJson.write(part, json));
    return DrillStatement.read(text.toString(), part.server())
        .orElseThrow(() -> Json.notUnderstood(part.server()));
  }
}
