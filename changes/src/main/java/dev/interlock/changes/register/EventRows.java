package dev.interlock.changes.register;

import dev.interlock.changes.NewEvent;
import dev.interlock.changes.RecordedEvent;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** The rows of the table of events. */
final class EventRows {

  private static final String COLUMNS =
      "select position, version, kind, account, at, body, fingerprint from changes.event ";

  private final EventText text = new EventText();

  long position(Handle handle) {
    return handle
        .createQuery("select coalesce(max(position), 0) from changes.event")
        .mapTo(Long.class)
        .one();
  }

  List<RecordedEvent> after(Handle handle, long position, int limit) {
    return handle
        .createQuery(COLUMNS + "where position > ? order by position limit ?")
        .bind(0, position)
        .bind(1, limit)
        .map((row, context) -> event(row))
        .list();
  }

  Optional<Used> used(Handle handle, String account, String key) {
    return handle
        .createQuery(COLUMNS + "where account = ? and key = ?")
        .bind(0, account)
        .bind(1, key)
        .map((row, context) -> new Used(row.getString("fingerprint"), event(row)))
        .findOne();
  }

  Head head(Handle handle, @Nullable String change) {
    if (change == null) {
      return Head.NONE;
    }
    return handle
        .createQuery(
            """
            select coalesce(max(version), 0) as version,
              coalesce(bool_or(kind in ('withdrawn', 'carried-out')), false) as closed
            from changes.event where change = ?
            """)
        .bind(0, change)
        .map((row, context) -> new Head(row.getInt("version"), row.getBoolean("closed")))
        .one();
  }

  void insert(Handle handle, RecordedEvent event, NewEvent.@Nullable Retry retry) {
    handle
        .createUpdate(
            """
            insert into changes.event
              (position, change, version, kind, account, at, body, key, fingerprint)
            values
              (:position, :change, :version, :kind, :account, :at, :body, :key, :fingerprint)
            """)
        .bind("position", event.position())
        .bind("change", event.says().change())
        .bind("version", event.version())
        .bind("kind", event.says().word())
        .bind("account", event.account())
        .bind("at", event.at().atOffset(ZoneOffset.UTC))
        .bind("body", text.write(event.says()))
        .bind("key", retry == null ? null : retry.key())
        .bind("fingerprint", retry == null ? "" : retry.fingerprint())
        .execute();
  }

  private RecordedEvent event(ResultSet row) throws SQLException {
    long position = row.getLong("position");
    return new RecordedEvent(
        position,
        row.getInt("version"),
        text.read(position, row.getString("kind"), row.getString("body")),
        row.getString("account"),
        row.getObject("at", OffsetDateTime.class).toInstant());
  }
}
