package dev.interlock.usecases;

import dev.interlock.document.Document;
import dev.interlock.document.DocumentReader;
import dev.interlock.document.RecordBinder;
import dev.interlock.evidence.DecisionRecord;
import dev.interlock.evidence.DecisionRecord.ContactRecord;
import dev.interlock.finding.Diagnostic;
import dev.interlock.finding.Fault;
import dev.interlock.ledger.FilePack;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Derives a decision again from its pack alone, and says whether it is the same. Whoever doubts a
 * decision needs the pack and this program, nothing else.
 */
public final class ReplayDecision {

  private final RecordBinder binder = new RecordBinder();

  /**
   * What came out.
   *
   * @param recorded the decision in the pack
   * @param derived the decision that its inputs give
   * @param differences what is not the same, in words; empty when all is
   */
  public record Replay(DecisionRecord recorded, DecisionRecord derived, List<String> differences) {
    public Replay {
      differences = List.copyOf(differences);
    }

    /** True when the inputs give exactly the recorded decision. */
    public boolean same() {
      return differences.isEmpty();
    }
  }

  /**
   * Replays.
   *
   * @throws InputRejected when the file is no pack, or its estate or change can't be used
   */
  public Replay run(Path pack) {
    Path folder = temporary();
    try {
      unpack(pack, folder);
      return replay(folder, pack);
    } finally {
      delete(folder);
    }
  }

  private static void unpack(Path pack, Path folder) {
    LedgerFiles.reading(
        pack,
        file -> {
          FilePack.unpack(file, folder);
          return folder;
        });
  }

  private Replay replay(Path folder, Path pack) {
    DecisionPack.Contents contents =
        read(DecisionPack.Contents.class, folder.resolve(DecisionPack.CONTENTS), pack);
    DecisionRecord recorded =
        read(DecisionRecord.class, folder.resolve(DecisionPack.DECISION), pack);
    Path inputs = folder.resolve("inputs");
    Path change = inputs.resolve(contents.change()).normalize();
    if (!change.startsWith(inputs)) {
      throw refused(pack, "its change lies elsewhere: " + contents.change());
    }
    DecideChange.Request request =
        new DecideChange.Request(
            change, folder.resolve("estate"), contents.hasEvidence() ? evidence(folder) : null);
    DecisionRecord derived =
        new DecideChange(recorded.version()).run(request, contents.at()).record();
    PlaceNames names =
        new PlaceNames(
            inputs.toString(),
            contents.root(),
            folder.resolve("estate").toString(),
            contents.estate());
    DecisionRecord named = names.in(derived);
    return new Replay(recorded, named, differences(recorded, named));
  }

  private static Path evidence(Path folder) {
    try {
      return Files.createDirectories(folder.resolve("evidence"));
    } catch (IOException e) {
      throw new Fault(
          ActionCode.CANNOT_UNPACK.code(), "cannot write " + folder + ": " + e.getMessage(), e);
    }
  }

  private <T> T read(Class<T> type, Path file, Path pack) {
    List<Document> documents = new ArrayList<>();
    if (!Files.isRegularFile(file)) {
      throw refused(pack, "it has no " + file.getFileName());
    }
    List<Diagnostic> problems = new ArrayList<>();
    problems.addAll(
        DocumentReader.standard().read(file, pack + "!" + file.getFileName(), documents::add));
    Optional<T> value =
        documents.size() == 1
            ? binder.bind(
                type, documents.getFirst().root(), documents.getFirst().file(), problems::add)
            : Optional.empty();
    return value.orElseThrow(() ->
        problems.isEmpty()
            ? refused(pack, "its " + file.getFileName() + " can't be read")
            : new InputRejected(problems));
  }

  private static InputRejected refused(Path pack, String why) {
    return new InputRejected(
        ActionCode.NO_PACK.code(), pack.toString(), why, "expected a pack that gate --pack wrote");
  }

  private static List<String> differences(DecisionRecord recorded, DecisionRecord derived) {
    List<String> found = new ArrayList<>();
    differ(found, "change", recorded.change(), derived.change());
    differ(found, "digest of the change", recorded.changeDigest(), derived.changeDigest());
    differ(found, "environment", recorded.environment(), derived.environment());
    differ(found, "digest of the estate", recorded.estateDigest(), derived.estateDigest());
    differ(found, "evidence", recorded.evidence(), derived.evidence());
    differ(found, "instant", recorded.at(), derived.at());
    differ(found, "tier", recorded.tier(), derived.tier());
    differ(found, "reasons of the tier", recorded.tierReasons(), derived.tierReasons());
    differ(found, "decision", recorded.decision(), derived.decision());
    differ(found, "notBefore", recorded.notBefore(), derived.notBefore());
    differ(found, "expires", recorded.expires(), derived.expires());
    List<ContactRecord> was = recorded.contacts();
    List<ContactRecord> is = derived.contacts();
    for (int i = 0; i < Math.max(was.size(), is.size()); i++) {
      differ(
          found,
          "contact " + (i + 1),
          i < was.size() ? was.get(i) : "none",
          i < is.size() ? is.get(i) : "none");
    }
    return found;
  }

  private static void differ(
      List<String> found,
      String what,
      @org.jspecify.annotations.Nullable Object recorded,
      @org.jspecify.annotations.Nullable Object derived) {
    if (!Objects.equals(recorded, derived)) {
      found.add(what + ": recorded " + recorded + ", derived " + derived);
    }
  }

  private static Path temporary() {
    try {
      return Files.createTempDirectory("interlock-replay").toRealPath();
    } catch (IOException e) {
      throw new Fault(
          ActionCode.CANNOT_UNPACK.code(), "cannot make a temporary folder: " + e.getMessage(), e);
    }
  }

  private static void delete(Path folder) {
    try (Stream<Path> all = Files.walk(folder)) {
      for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(path);
      }
    } catch (IOException | UncheckedIOException e) {
      throw new Fault(
          ActionCode.CANNOT_UNPACK.code(), "cannot remove " + folder + ": " + e.getMessage(), e);
    }
  }
}
