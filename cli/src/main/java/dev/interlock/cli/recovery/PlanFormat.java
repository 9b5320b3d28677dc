package dev.interlock.cli.recovery;

import dev.interlock.cli.output.JsonText;
import dev.interlock.document.RecordWriter;
import dev.interlock.recovery.RecoveryPlan;
import java.io.PrintWriter;

/** The formats a recovery plan can be written in. */
public enum PlanFormat {
  TEXT,
  JSON,
  HTML;

  /** Writes the plan; the writer stays open. */
  void write(RecoveryPlan plan, PrintWriter out) {
    switch (this) {
      case TEXT -> new PlanText(plan).write(out);
      case JSON -> JsonText.write(out, json -> new RecordWriter().write(plan, json));
      case HTML -> new PlanHtml(plan).write(out);
    }
  }
}
