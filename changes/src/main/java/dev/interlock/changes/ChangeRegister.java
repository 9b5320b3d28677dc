package dev.interlock.changes;

import dev.interlock.changes.register.MemoryRegister;
import dev.interlock.ledger.Bytes;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/**
 * Where changes are filed and what happens to them is kept: events that are only ever appended. The
 * state of a change is derived from its events. Safe for use by several threads.
 */
public interface ChangeRegister {

  /** A register that lasts as long as the program. */
  static ChangeRegister inMemory() {
    return new MemoryRegister();
  }

  /**
   * Appends durably.
   *
   * @param event what happened
   * @param contents the files that the event names by their SHA-256 in hex, and that are not known
   *     yet; more does no harm
   * @return the event as it stands now; the earlier one when the same key came with the same event
   * @throws RegisterRefused when the event does not fit the state of the change
   * @throws dev.interlock.finding.Fault when it could not be stored
   */
  RecordedEvent append(NewEvent event, Collection<Bytes> contents);

  /** The position of the newest event; 0 for none. */
  long position();

  /** Events behind a position, in their order, at most so many. */
  List<RecordedEvent> after(long position, int limit);

  /**
   * Files by their SHA-256 in hex.
   *
   * @throws dev.interlock.finding.Fault when one is missing
   */
  Map<String, Bytes> contents(Collection<String> hashes);
}
