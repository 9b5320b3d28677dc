package dev.interlock.server.console;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The queue of changes.
 *
 * @param rows a part of what the filter lets through, newest first
 * @param filters what one can filter by
 * @param total how many the filter lets through
 * @param older address of the part that follows; null at the end
 * @param text what is searched for; empty for nothing
 * @param mayAsk whether the person may file changes
 */
public record QueuePage(
    Shell shell,
    List<Row> rows,
    List<Filter> filters,
    int total,
    @Nullable String older,
    String text,
    boolean mayAsk) {

  public QueuePage {
    rows = List.copyOf(rows);
    filters = List.copyOf(filters);
  }

  /**
   * One change.
   *
   * @param signal go, wait or stop as a colour
   * @param outcome the same in capitals
   * @param contacts in the order of the rung
   * @param when when it may go or how long the answer holds, with zone
   * @param judged when the gate said so
   */
  public record Row(
      String name,
      String title,
      String environment,
      String requester,
      String tier,
      Signal signal,
      String outcome,
      List<Mark> contacts,
      String when,
      String judged) {

    public Row {
      contacts = List.copyOf(contacts);
    }
  }

  /**
   * A contact of a change.
   *
   * @param why it is not closed; empty when it is
   */
  public record Mark(String name, Signal signal, String why) {

    /** What it is, in words. */
    public String says() {
      return name + " " + signal.state() + (why.isEmpty() ? "" : ": " + why);
    }
  }

  /** One way to filter; {@code current} when it is in use. */
  public record Filter(String word, String query, boolean current, long number) {

    /** Names it on the page. */
    public String id() {
      return word.replace(' ', '-');
    }
  }
}
