package dev.interlock.usecases;

import dev.interlock.changes.Judgement;
import dev.interlock.changes.RegisterCode;
import dev.interlock.changes.RegisteredChange;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The queue: registered changes with what the gate last said of each, newest first. */
public final class ListRegistered {

  private final ChangeBook book;

  /** Lists the changes of this book. */
  public ListRegistered(ChangeBook book) {
    this.book = book;
  }

  /**
   * Which changes; null means any.
   *
   * @param state open, withdrawn or carried-out
   * @param outcome go, wait, stop, or unknown for what could not be judged
   * @param environment it goes to
   * @param requester who asks for it
   * @param contact {@code name} or {@code name:state}: a contact that is not closed, or in a state
   * @param text part of its name or title, in any letter case
   */
  public record Filter(
      @Nullable String state,
      @Nullable String outcome,
      @Nullable String environment,
      @Nullable String requester,
      @Nullable String contact,
      @Nullable String text) {

    /** Every change. */
    public static Filter all() {
      return new Filter(null, null, null, null, null, null);
    }
  }

  /**
   * One change.
   *
   * @param judged what the gate last said; null when it was not asked yet
   */
  public record Row(RegisteredChange change, @Nullable Judgement judged) {

    /** True when the newest version was judged. */
    public boolean current() {
      return judged != null && judged.digest().equals(change.version().digest());
    }

    /** Go, wait or stop; unknown for what was not or could not be judged. */
    public String outcome() {
      return judged == null || judged.answer() == null ? "unknown" : judged.answer().outcome();
    }
  }

  /**
   * A part of the list.
   *
   * @param next asks for the part that follows; null at the end
   * @param total how many changes pass the filter
   * @param open how all open changes stand, whatever the filter
   */
  public record Page(List<Row> rows, @Nullable String next, int total, Standings open) {

    public Page {
      rows = List.copyOf(rows);
    }
  }

  /**
   * Lists.
   *
   * @param cursor from the page before; null for the first
   * @param limit at most so many
   * @throws InputRejected when the cursor is none of ours
   */
  public Page run(Filter filter, @Nullable String cursor, int limit) {
    long below = cursor == null ? Long.MAX_VALUE : position(cursor);
    Map<String, Judgement> judged = book.judgements().all();
    List<Row> rows = new ArrayList<>();
    Standings open = new Standings();
    int total = 0;
    boolean more = false;
    for (RegisteredChange change : List.copyOf(book.all()).reversed()) {
      Row row = new Row(change, judged.get(change.name()));
      open.count(row);
      if (passes(row, filter)) {
        total++;
        if (filed(change) < below && rows.size() < limit) {
          rows.add(row);
        } else if (filed(change) < below) {
          more = true;
        }
      }
    }
    return new Page(rows, more ? "" + filed(rows.getLast().change()) : null, total, open);
  }

  private static long filed(RegisteredChange change) {
    return change.events().getFirst().position();
  }

  private static long position(String cursor) {
    try {
      return Long.parseLong(cursor);
    } catch (NumberFormatException _) {
      throw new InputRejected(
          RegisterCode.BAD_CURSOR.code(),
          "cursor",
          "this is no place in the list",
          "use the one that the page before gave, unchanged");
    }
  }

  private static boolean passes(Row row, Filter filter) {
    RegisteredChange change = row.change();
    return matches(filter.state(), change.state().word())
        && matches(filter.outcome(), row.outcome())
        && matches(filter.environment(), change.version().environment())
        && matches(filter.requester(), change.version().requester())
        && (filter.contact() == null || contact(row.judged(), filter.contact()))
        && (filter.text() == null
            || says(change.name(), filter.text())
            || says(change.version().title(), filter.text()));
  }

  private static boolean matches(@Nullable String wanted, String actual) {
    return wanted == null || wanted.equals(actual);
  }

  private static boolean contact(@Nullable Judgement judged, String wanted) {
    if (judged == null || judged.answer() == null) {
      return false;
    }
    String[] words = wanted.split(":", 2);
    String state = judged.answer().contacts().get(words[0]);
    return state != null && (words.length == 2 ? state.equals(words[1]) : !state.equals("closed"));
  }

  private static boolean says(String text, String part) {
    return text.toLowerCase(Locale.ROOT).contains(part.toLowerCase(Locale.ROOT));
  }
}
