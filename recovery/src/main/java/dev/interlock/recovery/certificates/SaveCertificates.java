package dev.interlock.recovery.certificates;

import dev.interlock.evidence.Surroundings.CertificateFile;
import dev.interlock.evidence.Surroundings.Certificates;
import dev.interlock.recovery.SurroundingSources.CertificateSource;
import dev.interlock.recovery.backup.PartWriter;
import dev.interlock.recovery.store.WrittenStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Saves certificates with their keys, as one sealed part. The password of stores of keys is sealed
 * with them: without it they are lost, and keys without a password lie beside it anyway.
 */
public final class SaveCertificates {

  private final PartWriter parts;

  /** Saves parts of a backup that is sealed. */
  public SaveCertificates(PartWriter parts) {
    this.parts = parts;
  }

  /**
   * Saves them.
   *
   * @param problems takes what can't be read, in words; it is saved as it is
   * @throws IOException when the files themselves can't be read
   */
  public Certificates save(CertificateSource source, List<String> problems) throws IOException {
    KeyFiles files = KeyFiles.at(source.path(), source.password());
    List<CertificateFile> held = new ArrayList<>();
    for (Map.Entry<String, byte[]> file : files.files().entrySet()) {
      held.add(held(source, file.getKey(), file.getValue(), problems));
    }
    String part =
        parts.put(
            "certificates/" + source.service() + ".zip",
            new WrittenStream(out -> write(files, out)));
    return new Certificates(source.service(), part, held);
  }

  private static CertificateFile held(
      CertificateSource source, String name, byte[] bytes, List<String> problems) {
    try {
      Material material = new MaterialReader(source.password()).read(name, bytes);
      return new CertificateFile(
          name,
          material.certificates().stream().map(Fingerprints::of).toList(),
          material.keys().size());
    } catch (IOException e) {
      problems.add(source.service() + ": " + name + " " + e.getMessage());
      return new CertificateFile(name, List.of(), 0);
    }
  }

  private static void write(KeyFiles files, OutputStream out) {
    try {
      files.write(out);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
