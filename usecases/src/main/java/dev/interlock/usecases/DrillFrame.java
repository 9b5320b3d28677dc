package dev.interlock.usecases;

import dev.interlock.changes.EvidenceSigner;
import dev.interlock.estate.BusinessProcess;
import dev.interlock.estate.Environment;
import dev.interlock.estate.Estate;
import dev.interlock.estate.LoadedEstate;
import dev.interlock.evidence.Drill;
import dev.interlock.ledger.Envelope;
import dev.interlock.ledger.SigningKey;
import dev.interlock.recovery.Objective;
import dev.interlock.recovery.ProcessProof;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * What every drill begins and ends with, whatever it brings back: what is known of the environment
 * is read before anything is restored, and what was found is signed.
 *
 * @param processes of the environment, by name
 * @param key signs the drill
 * @param out file that the signed drill goes to
 * @param doubts what whoever reads the result must know besides; more may be added
 */
record DrillFrame(
    Estate estate,
    Environment environment,
    Map<String, BusinessProcess> processes,
    SigningKey key,
    Path out,
    List<String> doubts) {

  /**
   * Reads what a drill needs.
   *
   * @param estate folder of the estate
   * @param environment name of the environment
   * @param signingKey file of the private key
   * @param out must not exist
   * @throws InputRejected when one of them can't be used
   */
  static DrillFrame open(Path estate, String environment, Path signingKey, Path out) {
    NewFile.require(out);
    LoadedEstate loaded = new ReadEstate().require(estate);
    Environment found = ReadEstate.environment(loaded, estate, environment);
    return new DrillFrame(
        loaded.estate(),
        found,
        ReviewDrills.processes(loaded.estate(), found),
        LedgerFiles.signingKey(signingKey),
        out,
        new ArrayList<>());
  }

  /** What proves each process. */
  List<ProcessProof> proofs() {
    return ProcessProofs.of(processes);
  }

  /** Signs the drill, writes it, and adds to the doubts why it does not count. */
  RunDrill.Drilled signed(Drill drill, InstantSource clock) {
    Envelope envelope = new EvidenceSigner().sign(drill, key);
    SignEvidence.write(envelope, out);
    String why = new BackupManifests(estate, clock.instant()).reason(envelope);
    if (!why.isEmpty()) {
      doubts.add("this drill does not count: " + why);
    }
    return new RunDrill.Drilled(drill, Objective.of(processes, drill), envelope, doubts);
  }
}
