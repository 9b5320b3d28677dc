package dev.interlock.usecases;

import dev.interlock.changes.NewEvent;
import dev.interlock.changes.RegisterCode;
import dev.interlock.changes.RegisterEvent;
import dev.interlock.changes.RegisterRefused;
import dev.interlock.changes.RegisteredChange;
import java.util.Map;

/** Takes a change back; nothing more can happen to it. */
public final class WithdrawChange {

  private final ChangeBook book;

  /** Works on this book. */
  public WithdrawChange(ChangeBook book) {
    this.book = book;
  }

  /**
   * Withdraws.
   *
   * @param seen digest of the version that the author saw
   * @param reason in the author's own words
   * @throws InputRejected when no reason is given
   * @throws RegisterRefused when there is no such change, it has moved on, or is over already
   */
  public RegisteredChange run(String name, String seen, String reason, Author author)
      throws RegisterRefused {
    if (reason.isBlank()) {
      throw new InputRejected(
          RegisterCode.NO_REASON.code(), name, "a change is withdrawn with a reason", "say why");
    }
    RegisteredChange change = book.require(name);
    NewEvent withdrawn =
        new NewEvent(
            new RegisterEvent.Withdrawn(name, reason.strip()),
            author.account(),
            author.at(),
            ChangeBook.seen(change, seen),
            author.retry("withdraw", name, seen, reason));
    book.append(withdrawn, Map.of());
    return book.require(name);
  }
}
