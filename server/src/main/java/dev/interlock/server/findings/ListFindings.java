package dev.interlock.server.findings;

import dev.interlock.changes.RegisterRefused;
import dev.interlock.changes.RegisteredChange;
import dev.interlock.finding.Finding;
import dev.interlock.server.estate.CurrentEstate;
import dev.interlock.usecases.ChangeBook;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * The findings on the changes in the queue, the newest change first and its gravest finding at the
 * top. What was never checked is counted apart: it is unknown, not good.
 */
@Component
public final class ListFindings {

  /** As many changes are checked while somebody waits; the others follow by themselves. */
  private static final int AT_ONCE = 16;

  private final ChangeBook book;
  private final KnownFindings known;
  private final FindingsAhead ahead;

  ListFindings(ChangeBook book, KnownFindings known, FindingsAhead ahead) {
    this.book = book;
    this.known = known;
    this.ahead = ahead;
  }

  /** The list of a book under the estate in force. */
  public static ListFindings of(ChangeBook book, CurrentEstate estate) {
    KnownFindings known = new KnownFindings(book, estate);
    return new ListFindings(book, known, new FindingsAhead(known));
  }

  /**
   * Lists.
   *
   * @param filter which ones; a change that it names is looked at even when it is over
   * @param cursor from the part before; null for the first
   * @param limit at most so many
   * @throws RegisterRefused when the filter names a change that there is not
   * @throws dev.interlock.usecases.InputRejected when the cursor is none of ours
   */
  public FindingsPart run(FindingFilter filter, @Nullable String cursor, int limit, Instant now)
      throws RegisterRefused {
    PartOfFindings part = new PartOfFindings(filter, FindingPlace.of(cursor), limit);
    List<RegisteredChange> unchecked = new ArrayList<>();
    int waited = 0;
    List<RegisteredChange> changes = changes(filter);
    for (RegisteredChange change : changes) {
      Optional<List<Finding>> ready = known.ready(change, now);
      if (ready.isPresent()) {
        part.take(change, ready.get());
      } else if (waited++ < AT_ONCE) {
        part.take(change, known.of(change, now));
      } else {
        unchecked.add(change);
      }
    }
    ahead.check(unchecked, now);
    return part.done(changes.size(), unchecked.size());
  }

  private List<RegisteredChange> changes(FindingFilter filter) {
    if (filter.change() != null) {
      return List.of(book.require(filter.change()));
    }
    List<RegisteredChange> open =
        book.all().stream().filter(RegisteredChange::open).toList().reversed();
    known.keepOnly(open.stream().map(RegisteredChange::name).collect(Collectors.toSet()));
    return open;
  }
}
