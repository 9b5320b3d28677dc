package dev.interlock.usecases;

import dev.interlock.changes.EvidenceFile;
import java.nio.file.Path;
import java.util.List;

/** Reads a folder of signed evidence, without judging it. */
public final class ReadEvidence {

  /**
   * The files of evidence in the folder and below it, by name.
   *
   * @throws InputRejected when there is no such folder
   * @throws dev.interlock.finding.Fault when it can't be read
   */
  public List<EvidenceFile> run(Path folder) {
    return EvidenceFolder.read(folder).files();
  }
}
