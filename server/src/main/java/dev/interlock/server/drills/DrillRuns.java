package dev.interlock.server.drills;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.UnableToExecuteStatementException;
import org.jspecify.annotations.Nullable;

/**
 * The drills in the database, for all servers that share it. That a host does one at a time, and an
 * environment is drilled once at a time, is kept by the database.
 */
public final class DrillRuns {

  /** That something stands there already. */
  private static final String UNIQUE = "23505";

  private static final String SELECT = "SELECT * FROM server.drill ";

  private final Jdbi jdbi;

  /** Drills in this database. */
  public DrillRuns(Jdbi jdbi) {
    this.jdbi = jdbi;
  }

  /** The drill with that id. */
  public Optional<DrillRun> find(UUID id) {
    return jdbi.withHandle(h ->
        h.createQuery(SELECT + "WHERE id = :id").bind("id", id).map((r, _) -> run(r)).findOne());
  }

  /** The newest of each environment, by its name. */
  public Map<String, DrillRun> newest() {
    Map<String, DrillRun> newest = new TreeMap<>();
    jdbi.useHandle(h ->
        h.createQuery(
                "SELECT DISTINCT ON (environment) * FROM server.drill"
                    + " ORDER BY environment, asked_at DESC, id")
            .map((r, _) -> run(r))
            .forEach(run -> newest.put(run.environment(), run)));
    return newest;
  }

  /** Those of an environment that were asked for or taken up since; newest first. */
  List<DrillRun> since(String environment, Instant from) {
    return jdbi.withHandle(h ->
        h.createQuery(
                SELECT
                    + "WHERE environment = :environment AND asked_at >= :from"
                    + " ORDER BY asked_at DESC")
            .bind("environment", environment)
            .bind("from", time(from))
            .map((r, _) -> run(r))
            .list());
  }

  /** Those in a state; oldest first. */
  List<DrillRun> in(DrillState state) {
    return jdbi.withHandle(h ->
        h.createQuery(SELECT + "WHERE state = :state ORDER BY asked_at")
            .bind("state", state.word())
            .map((r, _) -> run(r))
            .list());
  }

  /**
   * Somebody wants one.
   *
   * @return empty when one of that environment is wanted or under way
   */
  public Optional<UUID> want(String environment, String by, Instant now) {
    UUID id = UUID.randomUUID();
    return changed(
            "INSERT INTO server.drill (id, environment, asked_by, asked_at, state)"
                + " VALUES (:id, :environment, :by, :now, 'wanted') ON CONFLICT DO NOTHING",
            Map.of("id", id, "environment", environment, "by", by, "now", time(now)))
        ? Optional.of(id)
        : Optional.empty();
  }

  /**
   * Takes one up that is due.
   *
   * @return empty when somebody else was faster, or the host has one
   */
  Optional<UUID> begin(String environment, Instant planned, String host, Instant now) {
    UUID id = UUID.randomUUID();
    return changed(
            "INSERT INTO server.drill"
                + " (id, environment, planned, asked_at, state, host, begun, seen)"
                + " VALUES (:id, :environment, :planned, :now, 'running', :host, :now, now())"
                + " ON CONFLICT DO NOTHING",
            Map.of(
                "id", id,
                "environment", environment,
                "planned", time(planned),
                "now", time(now),
                "host", host))
        ? Optional.of(id)
        : Optional.empty();
  }

  /** Takes one up that is wanted; false when somebody else was faster, or the host has one. */
  boolean begin(UUID id, String host, Instant now) {
    return changed(
        "UPDATE server.drill SET state = 'running', host = :host, begun = :now, seen = now()"
            + " WHERE id = :id AND state = 'wanted'",
        Map.of("id", id, "host", host, "now", time(now)));
  }

  /** It is alive, and so far. */
  void alive(UUID id, DrillProgress at) {
    jdbi.useHandle(h ->
        h.createUpdate(
                "UPDATE server.drill SET seen = now(), stage = :stage, stage_begun = :begun,"
                    + " done = :done, total = :total, passed = :passed, failed = :failed,"
                    + " unsure = :unsure WHERE id = :id")
            .bind("id", id)
            .bind("stage", at.stage())
            .bind("begun", time(at.stageBegun()))
            .bind("done", at.done())
            .bind("total", at.total())
            .bind("passed", at.passed())
            .bind("failed", at.failed())
            .bind("unsure", at.unsure())
            .execute());
  }

  /** How it ended. */
  void end(UUID id, DrillState state, @Nullable String evidence, String note, Instant now) {
    jdbi.useHandle(h ->
        h.createUpdate(
                "UPDATE server.drill SET state = :state, evidence = :evidence, note = :note,"
                    + " ended = :now WHERE id = :id")
            .bind("id", id)
            .bind("state", state.word())
            .bind("evidence", evidence)
            .bind("note", note)
            .bind("now", time(now))
            .execute());
  }

  /** Those of other hosts of which nothing was heard for so long are cut off. */
  void cutOffSilent(Duration silence, Instant now) {
    jdbi.useHandle(h ->
        h.createUpdate(
                "UPDATE server.drill SET state = 'cut-off', ended = :now,"
                    + " note = 'nothing was heard of its server any more'"
                    + " WHERE state = 'running' AND seen < now() - make_interval(secs => :secs)")
            .bind("secs", silence.toSeconds())
            .bind("now", time(now))
            .execute());
  }

  private boolean changed(String sql, Map<String, ?> values) {
    try {
      return jdbi.withHandle(h -> h.createUpdate(sql).bindMap(values).execute()) == 1;
    } catch (UnableToExecuteStatementException e) {
      if (e.getCause() instanceof SQLException cause && UNIQUE.equals(cause.getSQLState())) {
        return false;
      }
      throw e;
    }
  }

  private static @Nullable OffsetDateTime time(@Nullable Instant at) {
    return at == null ? null : at.atOffset(ZoneOffset.UTC);
  }

  private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
    OffsetDateTime at = row.getObject(column, OffsetDateTime.class);
    return at == null ? null : at.toInstant();
  }

  private static DrillRun run(ResultSet row) throws SQLException {
    return new DrillRun(
        row.getObject("id", UUID.class),
        row.getString("environment"),
        instant(row, "planned"),
        row.getString("asked_by"),
        row.getObject("asked_at", OffsetDateTime.class).toInstant(),
        DrillState.ofWord(row.getString("state")),
        row.getString("host"),
        instant(row, "begun"),
        instant(row, "ended"),
        new DrillProgress(
            row.getString("stage"),
            instant(row, "stage_begun"),
            row.getLong("done"),
            row.getLong("total"),
            row.getInt("passed"),
            row.getInt("failed"),
            row.getInt("unsure")),
        row.getString("evidence"),
        row.getString("note"));
  }
}
