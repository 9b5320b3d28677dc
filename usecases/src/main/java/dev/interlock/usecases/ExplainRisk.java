package dev.interlock.usecases;

import dev.interlock.changes.Change;
import dev.interlock.changes.ChangeRequest;
import dev.interlock.changes.ManifestFindings;
import dev.interlock.changes.TierVerdict;
import dev.interlock.estate.Estate;
import java.nio.file.Path;
import java.time.Instant;

/** Which risk tier a change is in, why, and what the tier asks for. */
public final class ExplainRisk {

  /**
   * The answer.
   *
   * @param request the change
   * @param tier the tier and every rule that matched
   * @param estate the estate whose policy decided
   */
  public record Explained(ChangeRequest request, TierVerdict tier, Estate estate) {}

  /**
   * Explains.
   *
   * @param now waivers that have expired by then cover nothing
   * @throws InputRejected with everything that is wrong with the estate or the change
   */
  public Explained run(Path changeFile, Path estateFolder, Instant now) {
    EstateInForce inForce = new EstateInForce(DecideChange.estate(estateFolder), estateFolder, "");
    Estate estate = inForce.loaded().estate();
    DecideChange.ReadChange read = DecideChange.change(changeFile, estate);
    Change change = read.request().change();
    ManifestFindings findings =
        new ManifestCheck(inForce, change.environment()).run(read.files(), change, now);
    return new Explained(read.request(), inForce.gate().classify(change, findings), estate);
  }
}
