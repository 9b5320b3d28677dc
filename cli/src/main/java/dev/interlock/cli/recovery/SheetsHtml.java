package dev.interlock.cli.recovery;

import dev.interlock.cli.output.HtmlPage;
import dev.interlock.recovery.FallbackSheet;
import java.io.PrintWriter;
import java.util.List;

/** The sheets of a plant, a printed page for each process. */
final class SheetsHtml {

  /** Rows for what people do by hand, to be entered afterwards. */
  private static final int LINES = 6;

  private SheetsHtml() {}

  static void write(List<FallbackSheet> sheets, PrintWriter out) {
    HtmlPage page = new HtmlPage(out);
    page.begin("Working by hand: " + sheets.getFirst().plantName());
    sheets.forEach(sheet -> sheet(page, sheet));
    page.end();
  }

  private static void sheet(HtmlPage page, FallbackSheet sheet) {
    page.open("section", "sheet")
        .element("p", "small", "Working by hand · " + sheet.plantName())
        .element("h1", sheet.processName());
    page.open("div", sheet.overdue() ? "box warn" : "box good")
        .element("h3", SheetWords.inShort(sheet))
        .element("p", SheetWords.lasts(sheet))
        .element("p", "small", SheetWords.review(sheet))
        .close("div");
    part(page, "Do this", sheet.steps());
    part(page, "Have ready", sheet.forms());
    page.element("h2", "Call").open("table", "");
    sheet.contacts().forEach(duty -> page.row(duty.what(), duty.who().words()));
    page.close("table");
    part(page, "When the system is back", sheet.afterwards());
    page.element("h2", "Done by hand (time, what, number, initials)").lines(LINES);
    page.close("section");
  }

  private static void part(HtmlPage page, String title, List<String> texts) {
    if (!texts.isEmpty()) {
      page.element("h2", title).ticks(texts);
    }
  }
}
