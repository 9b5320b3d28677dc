package dev.interlock.recovery;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** The first page of a small table, as somebody changes it in its file. */
final class TablePage {

  /** Where the pointer to the first row stands: after the head of the page. */
  private static final int FIRST_ROW = 24;

  private TablePage() {}

  /** The same page with another last character of a text that stands there. */
  static byte[] withOther(String text, byte[] page) {
    byte[] wanted = text.getBytes(StandardCharsets.UTF_8);
    for (int at = 0; at < page.length - wanted.length; at++) {
      if (Arrays.equals(page, at, at + wanted.length, wanted, 0, wanted.length)) {
        page[at + wanted.length - 1]++;
        return page;
      }
    }
    throw new AssertionError("there is no " + text);
  }

  /** As if the row had never been: its place in the page is free. */
  static byte[] withoutFirstRow(byte[] page) {
    Arrays.fill(page, FIRST_ROW, FIRST_ROW + Integer.BYTES, (byte) 0);
    return page;
  }
}
