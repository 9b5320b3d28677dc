package dev.interlock.usecases;

import dev.interlock.changes.AsOf;
import dev.interlock.changes.EvidenceBook;
import dev.interlock.changes.EvidenceFile;
import dev.interlock.changes.ManifestFindings;
import dev.interlock.changes.RegisterRefused;
import dev.interlock.changes.RegisteredChange;
import dev.interlock.changes.Submission;
import dev.interlock.ledger.Bytes;
import dev.interlock.usecases.DecideChange.ReadChange;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.function.Function;

/**
 * May a registered change go to production: by the estate in force and all evidence that the
 * register knows about it or about no single change? Records nothing.
 */
public final class DecideRegistered {

  private final ChangeBook book;
  private final JudgeChange judge;
  private final Function<Instant, AsOf> asOf;

  /**
   * Decides over the changes of this book, each time for the present.
   *
   * @param version of the product, named in the record of each decision
   */
  public DecideRegistered(ChangeBook book, String version) {
    this(book, version, AsOf::present);
  }

  /**
   * Decides over the changes of this book.
   *
   * @param version of the product, named in the record of each decision
   * @param asOf says whether the instants that are asked for are the present
   */
  public DecideRegistered(ChangeBook book, String version, Function<Instant, AsOf> asOf) {
    this.book = book;
    this.judge = new JudgeChange(version);
    this.asOf = asOf;
  }

  /**
   * Decides over the newest version.
   *
   * @param at the instant the change would begin
   * @throws RegisterRefused when there is no such change
   * @throws InputRejected when the change can't be used with the estate any more
   */
  public DecidedChange run(String name, EstateInForce estate, Instant at) throws RegisterRefused {
    return whole(book.require(name), estate, at).decided();
  }

  /**
   * Why the author may not carry out the newest version, whatever the decision is; empty when
   * nothing speaks against it.
   */
  Optional<String> notExecutor(RegisteredChange change, EstateInForce estate, Author author) {
    List<EvidenceFile> files = new RegisteredEvidence(book).considered(change);
    Instant at = author.at();
    EvidenceBook evidence = estate.evidence().read(files, asOf.apply(at));
    try (FiledFiles filed = FiledFiles.of(book, change.version())) {
      ReadChange read = filed.read(estate.loaded().estate());
      ManifestFindings findings = JudgeChange.findings(estate, read, at);
      return estate.gate().notExecutor(author.account(), read.request(), evidence, findings, at);
    }
  }

  /**
   * What the gate would say of a change that is still being written. Files nothing.
   *
   * @throws InputRejected with everything that is wrong with the change
   */
  public DecidedChange preview(Submission submission, EstateInForce estate, Instant at) {
    book.catchUp();
    List<EvidenceFile> shared = new RegisteredEvidence(book).shared();
    EvidenceBook evidence = estate.evidence().read(shared, asOf.apply(at));
    try (FiledFiles files = FiledFiles.of(submission)) {
      return judge.run(estate, files.read(estate.loaded().estate()), evidence, at);
    }
  }

  /**
   * A decision with what it was derived from.
   *
   * @param inputs the files of the change
   * @param evidence all that was considered
   */
  record Whole(
      RegisteredChange change,
      SortedMap<String, Bytes> inputs,
      List<EvidenceFile> evidence,
      DecidedChange decided) {}

  Whole whole(RegisteredChange change, EstateInForce estate, Instant at) {
    List<EvidenceFile> files = new RegisteredEvidence(book).considered(change);
    EvidenceBook evidence = estate.evidence().read(files, asOf.apply(at));
    try (FiledFiles filed = FiledFiles.of(book, change.version())) {
      ReadChange read = filed.read(estate.loaded().estate());
      DecidedChange decided = judge.run(estate, read, evidence, at);
      return new Whole(change, FiledFiles.contents(book, change.version()), files, decided);
    }
  }
}
