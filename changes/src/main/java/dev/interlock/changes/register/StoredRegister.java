package dev.interlock.changes.register;

import dev.interlock.changes.ChangeRegister;
import dev.interlock.changes.NewEvent;
import dev.interlock.changes.RecordedEvent;
import dev.interlock.ledger.Bytes;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;
import org.jdbi.v3.core.Handle;

/** A register in a database whose tables are there. */
public final class StoredRegister implements ChangeRegister {

  private final RegisterDatabase database;
  private final EventRows rows = new EventRows();

  /** The register behind these connections. */
  public StoredRegister(DataSource runtime) {
    this.database = new RegisterDatabase(runtime);
  }

  @Override
  public RecordedEvent append(NewEvent event, Collection<Bytes> contents) {
    return database.inTurn("append an event", handle -> append(handle, event, contents));
  }

  private RecordedEvent append(Handle handle, NewEvent event, Collection<Bytes> contents) {
    NewEvent.Retry retry = event.retry();
    if (retry != null) {
      Optional<Used> used = rows.used(handle, event.account(), retry.key());
      if (used.isPresent()) {
        return used.get().event(retry);
      }
    }
    int version = rows.head(handle, event.says().change()).after(event.says(), event.seen());
    RecordedEvent recorded =
        new RecordedEvent(
            rows.position(handle) + 1, version, event.says(), event.account(), event.at());
    ContentRows.insert(handle, contents);
    rows.insert(handle, recorded, retry);
    return recorded;
  }

  @Override
  public long position() {
    return database.read("be read", rows::position);
  }

  @Override
  public List<RecordedEvent> after(long position, int limit) {
    return database.read("be read", handle -> rows.after(handle, position, limit));
  }

  @Override
  public Map<String, Bytes> contents(Collection<String> hashes) {
    return database.read("be read", handle -> ContentRows.read(handle, hashes));
  }
}
