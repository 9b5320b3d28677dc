package dev.interlock.usecases;

import dev.interlock.changes.AsOf;
import dev.interlock.changes.ChangeCode;
import dev.interlock.changes.ChangeDigest;
import dev.interlock.changes.EvidenceFile;
import dev.interlock.document.RecordWriter;
import dev.interlock.estate.LoadedEstate;
import dev.interlock.finding.Fault;
import dev.interlock.ledger.EntryProof;
import dev.interlock.ledger.Envelope;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Puts a decision and everything it was derived from into one ZIP: the change with its manifests
 * under {@code inputs/}, the estate, the evidence that was considered, the decision itself. {@link
 * ReplayDecision} derives it again from the ZIP alone.
 */
public final class DecisionPack {

  static final String DECISION = "decision.json";
  static final String CONTENTS = "pack.json";

  /** The decision in its signed envelope, where it was recorded. */
  static final String SIGNED = "decision.dsse.json";

  /** That the signed decision stands in a ledger, where it was recorded. */
  static final String PROOF = "decision.tlog-proof";

  /**
   * What speaks for a decision.
   *
   * @param envelope the signed decision
   * @param proof that it stands in a ledger; null when it was not recorded
   */
  public record Signed(Envelope envelope, @Nullable EntryProof proof) {

    private Map<String, byte[]> files() {
      Map<String, byte[]> files = new TreeMap<>();
      files.put(SIGNED, envelope.toJson().toArray());
      if (proof != null) {
        files.put(PROOF, proof.write().toArray());
      }
      return files;
    }
  }

  /**
   * Where things were, so that a replay can name them alike.
   *
   * @param root folder that holds the change and its manifests, as the user named it
   * @param change below {@code inputs/}
   * @param estate as the user named it
   * @param hasEvidence false when no folder of evidence was given
   * @param passedOver evidence that was given and is not here because it is about something else,
   *     with the digest of each piece
   * @param at the instant that was judged
   * @param present true when that was the present, by the clock; a pack that does not say so was
   *     judged for an instant that was named
   */
  record Contents(
      String root,
      String change,
      String estate,
      boolean hasEvidence,
      Map<String, String> passedOver,
      Instant at,
      @Nullable Boolean present) {

    /** Nothing passed over. */
    Contents(String root, String change, String estate, boolean hasEvidence, AsOf asOf) {
      this(root, change, estate, hasEvidence, Map.of(), asOf.at(), asOf.present() ? true : null);
    }

    private Contents passing(Map<String, String> over) {
      return new Contents(root, change, estate, hasEvidence, new TreeMap<>(over), at, present);
    }

    AsOf asOf() {
      return new AsOf(at, Boolean.TRUE.equals(present));
    }
  }

  /**
   * The ZIP's bytes.
   *
   * @param request what was decided
   * @param decided the result of deciding it
   * @param signed what speaks for it, or null when nobody signed it
   */
  public byte[] of(DecideChange.Request request, DecidedChange decided, @Nullable Signed signed) {
    ChangeFiles files =
        ChangeFiles.read(request.change())
            .with(decided.request().change().manifests(), decided.request().source());
    Path folder = files.folder().toAbsolutePath().normalize();
    Path root = folder;
    for (String path : files.hexByPath().keySet()) {
      while (!folder.resolve(path).normalize().startsWith(root)) {
        root = parent(root);
      }
    }
    Map<String, byte[]> inputs = new TreeMap<>();
    for (String path : files.hexByPath().keySet()) {
      Path file = folder.resolve(path).normalize();
      inputs.put(slashed(root.relativize(file)), content(file));
    }
    Path evidence = request.evidence();
    Path change = folder.resolve(ChangeFiles.nameOf(request.change()));
    Contents contents =
        new Contents(
            shown(root, folder, files.folder()).toString(),
            slashed(root.relativize(change)),
            request.estate().toString(),
            evidence != null,
            decided.asOf());
    LoadedEstate estate = DecideChange.estate(request.estate());
    List<EvidenceFile> given = EvidenceFolder.read(evidence).files();
    return PackFiles.zip(files(contents, inputs, estate, given, decided, signed));
  }

  /**
   * The files of a pack by their path in it.
   *
   * @param contents where things were; its estate is the folder to read
   * @param inputs the change and its manifests
   * @param estate names the files of that folder that the decision rests on; no other is packed
   * @param given all evidence; only what the decision considered is packed
   */
  static Map<String, byte[]> files(
      Contents contents,
      Map<String, byte[]> inputs,
      LoadedEstate estate,
      List<EvidenceFile> given,
      DecidedChange decided,
      @Nullable Signed signed) {
    Map<String, byte[]> all = new TreeMap<>();
    inputs.forEach((path, content) -> all.put("inputs/" + path, content));
    all.put(PackedList.INPUTS, bytes(inputsList(inputs, contents.change())));
    Path folder = Path.of(contents.estate());
    for (String path : estate.files().keySet()) {
      all.put("estate/" + path, content(folder.resolve(path)));
    }
    all.put(PackedList.ESTATE, bytes(estate.listing()));
    ConsideredEvidence considered = ConsideredEvidence.of(given, decided);
    considered
        .files()
        .forEach(file -> all.put("evidence/" + file.name(), file.content().toArray()));
    all.put(CONTENTS, json(contents.passing(considered.passedOver())));
    all.put(DECISION, json(decided.record()));
    if (signed != null) {
      all.putAll(signed.files());
    }
    return all;
  }

  private static String inputsList(Map<String, byte[]> inputs, String change) {
    Map<String, String> hashes = new TreeMap<>();
    PackedList.fromChange(inputs.keySet(), change)
        .forEach((path, relative) ->
            hashes.put(relative, ChangeDigest.sha256(inputs.getOrDefault(path, new byte[0]))));
    return ChangeDigest.listing(hashes);
  }

  /**
   * Says early that a pack cannot be written.
   *
   * @throws InputRejected when the file exists
   */
  public static void requireNew(Path out) {
    NewFile.require(out);
  }

  /**
   * Writes the ZIP into a new file.
   *
   * @param signed what speaks for it, or null when nobody signed it
   */
  public void write(
      DecideChange.Request request, DecidedChange decided, @Nullable Signed signed, Path out) {
    NewFile.write(out, of(request, decided, signed));
  }

  /** The root as the user would have named it. */
  private static Path shown(Path root, Path folder, Path named) {
    return named.resolve(folder.relativize(root)).normalize();
  }

  private static byte[] json(Record value) {
    return bytes(new RecordWriter().toJson(value) + "\n");
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static Path parent(Path root) {
    Path parent = root.getParent();
    if (parent == null) {
      throw new IllegalStateException("nothing lies above " + root);
    }
    return parent;
  }

  private static String slashed(Path path) {
    return path.toString().replace('\\', '/');
  }

  private static byte[] content(Path file) {
    try {
      return Files.readAllBytes(file);
    } catch (IOException e) {
      throw new Fault(
          ChangeCode.NO_MANIFEST.code(), "cannot read " + file + ": " + e.getMessage(), e);
    }
  }
}
