package dev.interlock.usecases;

import dev.interlock.changes.AsOf;
import dev.interlock.changes.Change;
import dev.interlock.changes.ChangeReader;
import dev.interlock.changes.ChangeReading;
import dev.interlock.changes.ChangeRequest;
import dev.interlock.changes.EvidenceBook;
import dev.interlock.estate.Estate;
import dev.interlock.estate.EstateLoader;
import dev.interlock.estate.LoadedEstate;
import dev.interlock.finding.Diagnostic;
import dev.interlock.guardrails.ControlPack;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
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
   * The decision for an instant that somebody named.
   *
   * @param at the instant the change would begin
   * @throws InputRejected with everything that is wrong with the estate or the change
   */
  public DecidedChange run(Request request, Instant at) {
    return run(request, AsOf.named(at));
  }

  /**
   * The decision, for the present or for an instant that somebody named.
   *
   * @throws InputRejected with everything that is wrong with the estate or the change
   */
  public DecidedChange run(Request request, AsOf asOf) {
    EstateInForce estate = new EstateInForce(estate(request.estate()), request.estate(), "");
    ReadChange read = change(request.change(), estate.loaded().estate());
    EvidenceFolder folder = EvidenceFolder.read(request.evidence());
    EvidenceBook evidence = estate.evidence().read(folder.files(), asOf);
    return new JudgeChange(version).run(estate, read, evidence, asOf.at()).with(folder.warnings());
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
    return change(Path.of(""), file, estate);
  }

  /** The same for a change whose path begins at a base. */
  static ReadChange change(Path base, Path file, Estate estate) {
    ChangeFiles own = ChangeFiles.read(base, file);
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
