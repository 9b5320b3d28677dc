package dev.interlock.server.console;

import dev.interlock.changes.Contact;
import java.util.List;

/**
 * The queue of changes.
 *
 * @param rows what is asked for, what the filter lets through
 * @param filters what one can filter by
 * @param total how many there are without the filter
 */
public record QueuePage(Shell shell, List<Row> rows, List<Filter> filters, int total) {

  public QueuePage {
    rows = List.copyOf(rows);
    filters = List.copyOf(filters);
  }

  /**
   * One change.
   *
   * @param signal go, wait or stop as a colour
   * @param outcome the same in capitals
   * @param when when it may go or how long the answer holds, with zone
   */
  public record Row(
      String name,
      String title,
      String environment,
      String tier,
      Signal signal,
      String outcome,
      List<Contact> contacts,
      String when) {

    public Row {
      contacts = List.copyOf(contacts);
    }
  }

  /** One way to filter; {@code current} when it is in use. */
  public record Filter(String word, String query, boolean current, long number) {}
}
