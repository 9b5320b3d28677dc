package dev.interlock.usecases;

import dev.interlock.changes.Judgement;
import dev.interlock.changes.RegisterRefused;
import dev.interlock.changes.RegisteredChange;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;

/** Judges anew every open change of which the gate may say something else by now. */
public final class RefreshJudgements {

  private final ChangeBook book;
  private final DecideRegistered deciding;
  private final InstantSource clock;

  /** Keeps the judgements of this book. */
  public RefreshJudgements(ChangeBook book, DecideRegistered deciding, InstantSource clock) {
    this.book = book;
    this.deciding = deciding;
    this.clock = clock;
  }

  /**
   * Judges those that need it, in the order in which they were filed.
   *
   * @param most how many at most
   * @return how many were judged; as many as {@code most} when more may be left
   */
  public int run(EstateInForce estate, int most) {
    Map<String, Judgement> known = book.judgements().all();
    int done = 0;
    for (RegisteredChange change : book.all()) {
      Judgement.Basis basis = basis(change, estate);
      Judgement last = known.get(change.name());
      boolean due =
          last == null || last.outdated(change.version().digest(), basis, clock.instant());
      if (change.open() && due && done < most) {
        keep(change, basis, estate);
        done++;
      }
    }
    return done;
  }

  /** Judges one change now. */
  public void run(String name, EstateInForce estate) throws RegisterRefused {
    RegisteredChange change = book.require(name);
    keep(change, basis(change, estate), estate);
  }

  private void keep(RegisteredChange change, Judgement.Basis basis, EstateInForce estate) {
    Instant at = clock.instant();
    Judgement.Answer answer = null;
    String problem = null;
    try {
      answer = Judgement.Answer.of(deciding.whole(change, estate, at).decided().decision());
    } catch (InputRejected e) {
      problem = e.problems().getFirst().toString();
    }
    book.judgements()
        .keep(new Judgement(change.name(), change.version().digest(), at, basis, answer, problem));
  }

  private Judgement.Basis basis(RegisteredChange change, EstateInForce estate) {
    return new Judgement.Basis(estate.digest(), book.news(change));
  }
}
