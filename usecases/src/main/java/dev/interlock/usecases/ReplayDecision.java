package dev.interlock.usecases;

import dev.interlock.evidence.DecisionRecord;
import dev.interlock.finding.Fault;
import dev.interlock.ledger.Bytes;
import dev.interlock.ledger.FilePack;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Derives a decision again from its pack alone, and says whether it is the same. Whoever doubts a
 * decision needs the pack and this program, nothing else.
 */
public final class ReplayDecision {

  private final String version;

  /**
   * Replays with this build.
   *
   * @param version of this build, to be compared with the one that decided
   */
  public ReplayDecision(String version) {
    this.version = version;
  }

  /**
   * What to replay.
   *
   * @param pack the ZIP
   * @param estate folder of the estate as it should have been; null when it is not compared
   * @param estateDigest {@code sha256:…} that the estate should have; null when it is not compared
   */
  public record Request(Path pack, @Nullable Path estate, @Nullable String estateDigest) {

    /** A replay that takes the pack's word for everything. */
    public static Request of(Path pack) {
      return new Request(pack, null, null);
    }
  }

  /**
   * What came out.
   *
   * @param recorded the decision in the pack
   * @param derived the decision that its inputs give
   * @param passedOver how many pieces of evidence were given and are not in the pack, because the
   *     decision did not look at them
   * @param estateCompared true when somebody said which estate it should be; else the estate is the
   *     pack's own word
   * @param extra files in the pack that the decision does not speak of
   * @param differences what is not the same, in words; empty when all is
   */
  public record Replay(
      DecisionRecord recorded,
      DecisionRecord derived,
      int passedOver,
      boolean estateCompared,
      List<String> extra,
      List<String> differences) {
    public Replay {
      extra = List.copyOf(extra);
      differences = List.copyOf(differences);
    }

    /** True when the inputs give exactly the recorded decision. */
    public boolean same() {
      return differences.isEmpty();
    }

    /** True when another version decided: its controls and engine may judge differently. */
    public boolean otherVersion() {
      return !recorded.version().equals(derived.version());
    }
  }

  /**
   * Replays.
   *
   * @throws InputRejected when the file is no pack, or its estate or change can't be used
   */
  public Replay run(Request request) {
    List<String> expected = ExpectedEstate.digests(request);
    Path folder = temporary();
    try {
      FilePack files = unpack(request.pack(), folder);
      return replay(folder, request.pack(), files, expected);
    } finally {
      delete(folder);
    }
  }

  private static FilePack unpack(Path pack, Path folder) {
    return LedgerFiles.reading(
        pack,
        file -> {
          FilePack files = FilePack.check(file, VouchedFiles::needs);
          FilePack.unpack(file, folder);
          return files;
        });
  }

  private Replay replay(Path folder, Path pack, FilePack files, List<String> expected) {
    DecisionPack.Contents contents =
        read(DecisionPack.Contents.class, files, DecisionPack.CONTENTS, pack);
    DecisionRecord recorded = read(DecisionRecord.class, files, DecisionPack.DECISION, pack);
    Path inputs = folder.resolve("inputs");
    Path change = inputs.resolve(contents.change()).normalize();
    if (!change.startsWith(inputs)) {
      throw refused(pack, "its change lies elsewhere: " + contents.change());
    }
    DecideChange.Request request =
        new DecideChange.Request(
            change, folder.resolve("estate"), contents.hasEvidence() ? evidence(folder) : null);
    DecisionRecord derived = new DecideChange(version).run(request, contents.asOf()).record();
    PlaceNames names =
        new PlaceNames(
            inputs.toString(),
            contents.root(),
            folder.resolve("estate").toString(),
            contents.estate());
    DecisionRecord named = names.in(derived, contents.passedOver());
    List<String> differences = new ArrayList<>(ExpectedEstate.differences(expected, named));
    differences.addAll(DecisionDifferences.between(recorded, named));
    List<String> extra = VouchedFiles.compare(files, recorded, contents).strangers();
    return new Replay(
        recorded, named, contents.passedOver().size(), !expected.isEmpty(), extra, differences);
  }

  private static Path evidence(Path folder) {
    try {
      return Files.createDirectories(folder.resolve("evidence"));
    } catch (IOException e) {
      throw new Fault(
          ActionCode.CANNOT_UNPACK.code(), "cannot write " + folder + ": " + e.getMessage(), e);
    }
  }

  private static <T> T read(Class<T> type, FilePack files, String name, Path pack) {
    Bytes content = files.files().get(name);
    if (content == null) {
      throw refused(pack, "it has no " + name);
    }
    PackDocument<T> document = PackDocument.read(type, content, pack + "!" + name);
    return document
        .value()
        .orElseThrow(() ->
            document.problems().isEmpty()
                ? refused(pack, "its " + name + " can't be read")
                : new InputRejected(document.problems()));
  }

  private static InputRejected refused(Path pack, String why) {
    return new InputRejected(
        ActionCode.NO_PACK.code(), pack.toString(), why, "expected a pack that gate --pack wrote");
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
