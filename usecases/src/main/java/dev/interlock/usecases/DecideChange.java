package dev.interlock.usecases;

import dev.interlock.changes.Change;
import dev.interlock.changes.ChangeReader;
import dev.interlock.changes.ChangeReading;
import dev.interlock.changes.ChangeRequest;
import dev.interlock.changes.Decision;
import dev.interlock.changes.DecisionRecords;
import dev.interlock.changes.EvidenceBook;
import dev.interlock.changes.Gate;
import dev.interlock.changes.ManifestFindings;
import dev.interlock.changes.TierVerdict;
import dev.interlock.changes.Windows;
import dev.interlock.estate.Estate;
import dev.interlock.estate.EstateLoader;
import dev.interlock.estate.LoadedEstate;
import dev.interlock.finding.Diagnostic;
import dev.interlock.guardrails.ControlPack;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** May this change go to production, and if not, when, and why? */
public final class DecideChange {

  private final String version;

  /**
   * Decides.
   *
   * @param version of the product, for the record
   */
  public DecideChange(String version) {
    this.version = version;
  }

  /**
   * What to decide.
   *
   * @param change file of the change request
   * @param estate folder of the estate
   * @param evidence folder of evidence; null when there is none
   */
  public record Request(Path change, Path estate, @Nullable Path evidence) {}

  /**
   * The decision.
   *
   * @param at the instant the change would begin
   * @throws InputRejected with everything that is wrong with the estate or the change
   */
  public DecidedChange run(Request request, Instant at) {
    LoadedEstate loaded = estate(request.estate());
    Estate estate = loaded.estate();
    ReadChange read = change(request.change(), estate);
    Change change = read.request().change();
    EvidenceFolder folder = EvidenceFolder.read(request.evidence());
    EvidenceBook evidence = EvidenceBook.of(folder.files(), estate, at);
    Windows windows = Windows.of(estate, loaded.calendarFiles(), change.environment());
    Gate gate = new Gate(estate, _ -> windows);
    ManifestFindings findings =
        new ManifestCheck(estate, change.environment()).run(read.files(), change, at);
    TierVerdict tier = gate.classify(change, findings);
    Decision decision = gate.decide(read.request(), evidence, findings, at);
    DecisionRecords.Basis basis = new DecisionRecords.Basis(loaded.digest(), version);
    return new DecidedChange(
        read.request(),
        tier,
        decision,
        evidence.items(),
        DecisionRecords.of(read.request(), tier, decision, evidence, basis),
        estate,
        gate.missing(read.request(), evidence, findings, at),
        findings,
        Stream.of(loaded.diagnostics(), read.warnings(), folder.warnings())
            .flatMap(List::stream)
            .toList());
  }

  /** A change that can be used, with the files it consists of. */
  record ReadChange(ChangeRequest request, ChangeFiles files, List<Diagnostic> warnings) {}

  static LoadedEstate estate(Path directory) {
    LoadedEstate loaded = new EstateLoader(ControlPack.shipped().names()).load(directory);
    if (loaded.hasErrors()) {
      throw new InputRejected(loaded.diagnostics());
    }
    return loaded;
  }

  static ReadChange change(Path file, Estate estate) {
    ChangeFiles own = ChangeFiles.read(file);
    ChangeReading reading = new ChangeReader().read(own.text(), file.toString(), estate);
    Change change = reading.change();
    if (change == null) {
      throw new InputRejected(reading.diagnostics());
    }
    ChangeFiles files = own.with(change.manifests(), reading.source());
    return new ReadChange(
        reading.withDigest(files.digest()).orElseThrow(), files, reading.diagnostics());
  }
}
