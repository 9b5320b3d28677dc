package dev.interlock.cli.recovery;

import dev.interlock.cli.output.Prose;
import dev.interlock.recovery.FallbackSheet;
import java.io.PrintWriter;
import java.util.List;

/** The sheets of a plant as text, with a form feed between pages. */
final class SheetsText {

  private static final int WIDTH = 74;

  private SheetsText() {}

  static void write(List<FallbackSheet> sheets, PrintWriter out) {
    String between = "";
    for (FallbackSheet sheet : sheets) {
      out.write(between);
      sheet(sheet, out);
      between = "\f";
    }
  }

  private static void sheet(FallbackSheet sheet, PrintWriter out) {
    line(out, "WORKING BY HAND: " + sheet.plantName());
    line(out, sheet.processName());
    line(out, "");
    wrapped(out, "", "", SheetWords.inShort(sheet));
    line(out, SheetWords.lasts(sheet));
    line(out, SheetWords.review(sheet));
    part(out, "Do this", sheet.steps());
    part(out, "Have ready", sheet.forms());
    line(out, "");
    line(out, "Call");
    sheet
        .contacts()
        .forEach(duty -> wrapped(out, "  " + duty.what() + ": ", "    ", duty.who().words()));
    part(out, "When the system is back", sheet.afterwards());
  }

  private static void part(PrintWriter out, String title, List<String> texts) {
    if (texts.isEmpty()) {
      return;
    }
    line(out, "");
    line(out, title);
    texts.forEach(text -> wrapped(out, "  [ ] ", "      ", text));
  }

  private static void wrapped(PrintWriter out, String first, String next, String text) {
    String begin = first;
    for (String line : Prose.wrap(text, WIDTH)) {
      line(out, begin + line);
      begin = next;
    }
  }

  private static void line(PrintWriter out, String text) {
    out.write(Prose.safe(text) + "\n");
  }
}
