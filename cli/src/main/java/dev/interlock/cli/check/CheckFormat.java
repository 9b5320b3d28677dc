package dev.interlock.cli.check;

import java.io.PrintWriter;

/** The formats a check's report can be written in. */
public enum CheckFormat {
  TEXT,
  JSON,
  SARIF,
  JUNIT,
  MARKDOWN;

  /** Writes the report; the writer stays open. */
  public void write(CheckView view, PrintWriter out) {
    switch (this) {
      case TEXT -> CheckText.write(view, out);
      case JSON -> CheckJson.write(view, out);
      case SARIF -> CheckSarif.write(view, out);
      case JUNIT -> CheckJunit.write(view, out);
      case MARKDOWN -> CheckMarkdown.write(view, out);
    }
  }
}
