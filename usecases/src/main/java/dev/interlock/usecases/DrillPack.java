package dev.interlock.usecases;

import dev.interlock.document.RecordWriter;
import dev.interlock.estate.BusinessProcess;
import dev.interlock.estate.TrustedKey;
import dev.interlock.evidence.Drill;
import dev.interlock.evidence.Drill.Measured;
import dev.interlock.ledger.Bytes;
import dev.interlock.recovery.Objective;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What lies in the pack of a restore drill. Whoever exports it signs the digests of all files. */
final class DrillPack {

  /** The drill in its signed envelope. */
  static final String DRILL = "drill.dsse.json";

  /** The manifest of what was restored, in its signed envelope. */
  static final String BACKUP = "backup.dsse.json";

  /** That a ledger holds the drill, where it was recorded. */
  static final String PROOF = "drill.tlog-proof";

  /** The objectives and keys of the estate. */
  static final String EXCERPT = "estate.json";

  /** The digests of all other files, signed by whoever made the pack. */
  static final String SEAL = "pack.dsse.json";

  /** For people who have nothing but the pack and openssl. */
  static final String README = "README.txt";

  /** What the signed digests are, for whoever opens the envelope. */
  static final String SEAL_TYPE = "application/vnd.interlock.drill-pack+json";

  private static final String KEYS = "keys/";

  private DrillPack() {}

  /**
   * What the exporter signs.
   *
   * @param at when the pack was made
   * @param files SHA-256 in hex of every other file but the manifest, by name
   */
  record Contents(Instant at, Map<String, String> files) {
    Contents {
      files = new TreeMap<>(files);
    }
  }

  /**
   * What an auditor needs of the estate.
   *
   * @param environment that was drilled
   * @param estateDigest of the whole estate, to compare with the one in Git
   * @param processes what they were promised
   * @param keys trusted for drills and backups; a name for people, never a reason to trust
   */
  record Excerpt(
      String environment, String estateDigest, List<Promise> processes, List<Signer> keys) {

    Excerpt {
      processes = List.copyOf(processes);
      keys = List.copyOf(keys);
    }

    /** What the drill says about the promises. */
    List<Objective> objectives(Drill drill) {
      return processes.stream()
          .map(it ->
              new Objective(it.name(), it.displayName(), measured(drill, it), it.rto(), it.rpo()))
          .toList();
    }

    private static @Nullable Measured measured(Drill drill, Promise promise) {
      return drill.processes().stream()
          .filter(measured -> measured.process().equals(promise.name()))
          .findFirst()
          .orElse(null);
    }
  }

  /** The objectives of a business process. */
  record Promise(
      String name, String displayName, Duration rto, Duration rpo, @Nullable String owner) {

    static Promise of(String name, BusinessProcess it) {
      return new Promise(name, it.displayName(), it.rto(), it.rpo(), it.owner());
    }
  }

  /** A key, whose it is, and what it may sign. */
  record Signer(String name, String publicKey, String holder, List<String> predicates) {

    Signer {
      predicates = List.copyOf(predicates);
    }

    static Signer of(String name, TrustedKey it) {
      String system = it.system();
      String holder = system == null ? String.join(", ", it.persons()) : system;
      return new Signer(name, it.publicKey(), holder, it.predicates());
    }
  }

  /** Where the public key of a TrustedKey lies. */
  static String key(String name) {
    return KEYS + name + ".pem";
  }

  static byte[] json(Record value) {
    return Bytes.utf8(new RecordWriter().toJson(value) + "\n").toArray();
  }

  static byte[] readme(Drill drill) {
    return Bytes.utf8(
            """
            The restore drill of %s that ended %s, as evidence.

              %-17s the drill, signed by whoever ran it
              %-17s the manifest of the backup that was restored, signed when it was made
              %-17s what the processes were promised, and whose keys these are
              %-17s that a ledger holds the drill, where it was recorded
              %-17s the digests of all files, signed by whoever made this pack
              keys/             public keys, for convenience: get those that you trust another way

            interlock ledger verify PACK --key KEY.pub needs neither network nor server. By hand:
            sha256sum --check MANIFEST.sha256 compares the files; each .dsse.json is a DSSE envelope
            (Ed25519 over "DSSEv1 LEN TYPE LEN PAYLOAD") that openssl pkeyutl -verify -rawin checks.
            """
                .formatted(drill.environment(), drill.at(), DRILL, BACKUP, EXCERPT, PROOF, SEAL))
        .toArray();
  }
}
