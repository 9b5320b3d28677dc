package dev.interlock.usecases;

import dev.interlock.finding.Fault;
import dev.interlock.ledger.LedgerException;
import dev.interlock.ledger.SigningKey;
import dev.interlock.ledger.VerificationKey;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** Makes a key pair; the private half is written where only its owner can read it. */
public final class GenerateKey {

  /**
   * Writes the private key to a new file and the public one beside it, named {@code .pub}; their
   * folder is made where there is none.
   *
   * @return the public key
   * @throws InputRejected when one of the files exists
   * @throws Fault when a file cannot be written
   */
  public VerificationKey run(Path privateFile) {
    Path publicFile = publicFile(privateFile);
    NewFile.require(privateFile);
    NewFile.require(publicFile);
    SigningKey key = SigningKey.generate();
    try {
      Files.createDirectories(privateFile.toAbsolutePath().getParent());
      key.writeTo(privateFile);
      Files.writeString(publicFile, key.verificationKey().toPem(), StandardOpenOption.CREATE_NEW);
    } catch (LedgerException e) {
      throw LedgerFiles.translated(privateFile, e);
    } catch (IOException e) {
      throw new Fault(
          ActionCode.CANNOT_WRITE.code(), "cannot write " + publicFile + ": " + e.getMessage(), e);
    }
    return key.verificationKey();
  }

  /** Where the public half goes. */
  public static Path publicFile(Path privateFile) {
    return privateFile.resolveSibling(privateFile.getFileName() + ".pub");
  }
}
