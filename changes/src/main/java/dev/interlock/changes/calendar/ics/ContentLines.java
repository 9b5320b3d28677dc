package dev.interlock.changes.calendar.ics;

/**
 * Looks for lines that are no content lines (RFC 5545 section 3.1): the parser would take the line
 * after such a one for its value, and so lose what that line says.
 */
final class ContentLines {

  private ContentLines() {}

  /**
   * The first line, 1-based, that has no colon even with its continuations; 0 when there is none.
   */
  static int firstWithoutColon(String text) {
    int begun = 0;
    boolean colon = true;
    int line = 0;
    for (String physical : (Iterable<String>) text.lines()::iterator) {
      line++;
      boolean continues = physical.startsWith(" ") || physical.startsWith("\t");
      if (!continues && !physical.isEmpty()) {
        if (!colon) {
          return begun;
        }
        begun = line;
        colon = false;
      }
      colon |= physical.indexOf(':') >= 0 || begun == 0;
    }
    return colon ? 0 : begun;
  }
}
