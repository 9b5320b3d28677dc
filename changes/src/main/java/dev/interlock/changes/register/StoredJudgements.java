package dev.interlock.changes.register;

import dev.interlock.changes.Judgement;
import dev.interlock.changes.Judgement.Answer;
import dev.interlock.changes.Judgement.Basis;
import dev.interlock.changes.Judgements;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Update;
import org.jspecify.annotations.Nullable;

/** Judgements in a table of the register's database. */
public final class StoredJudgements implements Judgements {

  private static final String KEEP =
      """
      insert into changes.judgement
        (change, digest, at, estate, position, outcome, tier, not_before, expires, contacts,
         reasons, problem)
      values (:change, :digest, :at, :estate, :position, :outcome, :tier, :notBefore, :expires,
        :contacts, :reasons, :problem)
      on conflict (change) do update set
        digest = excluded.digest, at = excluded.at, estate = excluded.estate,
        position = excluded.position, outcome = excluded.outcome, tier = excluded.tier,
        not_before = excluded.not_before, expires = excluded.expires,
        contacts = excluded.contacts, reasons = excluded.reasons, problem = excluded.problem
      where changes.judgement.at <= excluded.at
      """;

  /** Differs whenever a judgement was kept or removed, by whichever server. */
  private static final String STATE =
      """
      select count(*) || ' ' || coalesce(bit_xor(hashtextextended(
        concat_ws(' ', change, digest, at, estate, position, outcome), 0)), 0)
      from changes.judgement
      """;

  private final RegisterDatabase database;
  private volatile Known known = new Known("", Map.of());

  /** What was read last, and the state of the table from before it was read. */
  private record Known(String state, Map<String, Judgement> judgements) {}

  /** The judgements behind these connections. */
  public StoredJudgements(DataSource runtime) {
    this.database = new RegisterDatabase(runtime);
  }

  @Override
  public void keep(Judgement judgement) {
    database.read(
        "keep a judgement",
        handle -> {
          Update update =
              handle
                  .createUpdate(KEEP)
                  .bind("change", judgement.change())
                  .bind("digest", judgement.digest())
                  .bind("at", judgement.at().atOffset(ZoneOffset.UTC))
                  .bind("estate", judgement.basis().estate())
                  .bind("position", judgement.basis().position())
                  .bind("problem", judgement.problem());
          return bind(update, judgement.answer()).execute();
        });
  }

  private static Update bind(Update update, @Nullable Answer answer) {
    return update
        .bind("outcome", answer == null ? null : answer.outcome())
        .bind("tier", answer == null ? null : answer.tier())
        .bind("notBefore", answer == null ? null : offset(answer.notBefore()))
        .bind("expires", answer == null ? null : offset(answer.expires()))
        .bind("contacts", answer == null ? "" : written(answer.contacts(), " "))
        .bind("reasons", answer == null ? "" : written(answer.reasons(), "\n"));
  }

  /** A long queue is looked at much more often than it changes, so it is read anew only then. */
  @Override
  public Map<String, Judgement> all() {
    return database.read(
        "be read",
        handle -> {
          String state = handle.createQuery(STATE).mapTo(String.class).one();
          Known last = known;
          if (!last.state().equals(state)) {
            last = new Known(state, read(handle));
            known = last;
          }
          return last.judgements();
        });
  }

  private static Map<String, Judgement> read(Handle handle) {
    Map<String, Judgement> all = new HashMap<>();
    handle
        .createQuery("select * from changes.judgement")
        .map((row, context) -> judgement(row))
        .forEach(judgement -> all.put(judgement.change(), judgement));
    return Collections.unmodifiableMap(all);
  }

  @Override
  public void clear() {
    database.read("be cleared", handle -> handle.execute("delete from changes.judgement"));
  }

  private static Judgement judgement(ResultSet row) throws SQLException {
    return new Judgement(
        row.getString("change"),
        row.getString("digest"),
        row.getObject("at", OffsetDateTime.class).toInstant(),
        new Basis(row.getString("estate"), row.getLong("position")),
        answer(row),
        row.getString("problem"));
  }

  private static @Nullable Answer answer(ResultSet row) throws SQLException {
    String outcome = row.getString("outcome");
    if (outcome == null) {
      return null;
    }
    OffsetDateTime notBefore = row.getObject("not_before", OffsetDateTime.class);
    return new Answer(
        outcome,
        row.getString("tier"),
        notBefore == null ? null : notBefore.toInstant(),
        row.getObject("expires", OffsetDateTime.class).toInstant(),
        read(row.getString("contacts"), " "),
        read(row.getString("reasons"), "\n"));
  }

  private static @Nullable OffsetDateTime offset(@Nullable Instant instant) {
    return instant == null ? null : instant.atOffset(ZoneOffset.UTC);
  }

  /** {@code rules=closed window=pending}, or a line each: names and states are plain words. */
  private static String written(Map<String, String> byName, String between) {
    return byName.entrySet().stream()
        .map(each -> each.getKey() + "=" + each.getValue())
        .collect(Collectors.joining(between));
  }

  private static Map<String, String> read(String written, String between) {
    Map<String, String> byName = new LinkedHashMap<>();
    for (String each : written.split(between, -1)) {
      int at = each.indexOf('=');
      if (at > 0) {
        byName.put(each.substring(0, at), each.substring(at + 1));
      }
    }
    return byName;
  }
}
