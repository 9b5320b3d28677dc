package dev.interlock.usecases;

import dev.interlock.recovery.SealingKey;
import java.nio.file.Path;

/** Makes a key that backups are sealed with. */
public final class GenerateSealingKey {

  /**
   * Writes a new key into a new file that only its owner may read.
   *
   * @return its fingerprint, which manifests name it by
   * @throws InputRejected when the file is there
   * @throws dev.interlock.finding.Fault when it can't be written
   */
  public String run(Path file) {
    NewFile.require(file);
    NewFile.folder(file);
    SealingKey key = SealingKey.generate();
    key.write(file);
    return key.fingerprint();
  }
}
