package dev.interlock.changes;

import dev.interlock.changes.register.StoredJudgements;
import java.util.Map;
import javax.sql.DataSource;

/** Judgements in the database of a {@link PostgresRegister}, shared by all who use it. */
public final class PostgresJudgements implements Judgements {

  private final StoredJudgements stored;

  private PostgresJudgements(StoredJudgements stored) {
    this.stored = stored;
  }

  /** The judgements behind connections as the runtime role, which stay the caller's. */
  public static PostgresJudgements open(DataSource runtime) {
    return new PostgresJudgements(new StoredJudgements(runtime));
  }

  @Override
  public void keep(Judgement judgement) {
    stored.keep(judgement);
  }

  @Override
  public Map<String, Judgement> all() {
    return stored.all();
  }

  @Override
  public void clear() {
    stored.clear();
  }
}
