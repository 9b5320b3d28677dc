package dev.interlock.usecases;

import dev.interlock.changes.ChangeDigest;
import dev.interlock.changes.ChangeRequest;
import dev.interlock.changes.FiledVersion;
import dev.interlock.changes.NewEvent;
import dev.interlock.changes.RegisterCode;
import dev.interlock.changes.RegisterEvent;
import dev.interlock.changes.RegisterRefused;
import dev.interlock.changes.RegisteredChange;
import dev.interlock.changes.Submission;
import dev.interlock.finding.Diagnostic;
import dev.interlock.finding.SourceRef;
import dev.interlock.ledger.Bytes;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Files a change, or a new version of one, after it was checked against the estate. */
public final class SubmitChange {

  private static final String FORM = "new";

  private final ChangeBook book;

  /** Files into this book. */
  public SubmitChange(ChangeBook book) {
    this.book = book;
  }

  /**
   * The environment that a submission is for, so that a surface can say who may send it.
   *
   * @throws InputRejected with everything that is wrong with the change
   */
  public static String environment(Submission submission, EstateInForce estate) {
    return read(submission, estate).change().environment();
  }

  /**
   * Files a new change; its name must be new.
   *
   * @throws InputRejected with everything that is wrong with the change
   * @throws RegisterRefused when a change of that name is filed already
   */
  public RegisteredChange file(Submission submission, EstateInForce estate, Author author)
      throws RegisterRefused {
    ChangeRequest request = read(submission, estate);
    requireAddress(request);
    FiledVersion version = FiledVersion.of(submission, request);
    NewEvent filed =
        new NewEvent(
            new RegisterEvent.Filed(request.name(), version),
            author.account(),
            author.at(),
            0,
            author.retry("file", request.name(), fingerprint(version)));
    book.append(filed, byHash(submission));
    return book.require(request.name());
  }

  /**
   * Files a new version of a change. Approvals of the earlier one count no more.
   *
   * @param name of the change; the document must carry it too
   * @param seen digest of the version that the author saw
   * @throws InputRejected with everything that is wrong with the change
   * @throws RegisterRefused when it has moved on, or is withdrawn or carried out
   */
  public RegisteredChange revise(
      String name, String seen, Submission submission, EstateInForce estate, Author author)
      throws RegisterRefused {
    ChangeRequest request = read(submission, estate);
    if (!request.name().equals(name)) {
      throw new InputRejected(
          List.of(
              Diagnostic.error(
                  RegisterCode.OTHER_CHANGE.code(),
                  request.source(),
                  "this is the change \"" + request.name() + "\", not \"" + name + "\"",
                  "a change keeps its name; file another one under a new name")));
    }
    RegisteredChange known = book.require(name);
    FiledVersion version = FiledVersion.of(submission, request);
    NewEvent revised =
        new NewEvent(
            new RegisterEvent.Revised(name, version),
            author.account(),
            author.at(),
            ChangeBook.seen(known, seen),
            author.retry("revise", name, seen, fingerprint(version)));
    book.append(revised, byHash(submission));
    return book.require(name);
  }

  private static ChangeRequest read(Submission submission, EstateInForce estate) {
    try (FiledFiles files = FiledFiles.of(submission)) {
      DecideChange.ReadChange read = files.read(estate.loaded().estate());
      requireNoMore(submission, read);
      return read.request();
    }
  }

  /** A change is found under its name, and under this one is the form for changes. */
  private static void requireAddress(ChangeRequest request) {
    if (request.name().equals(FORM)) {
      throw new InputRejected(
          List.of(
              Diagnostic.error(
                  RegisterCode.NAME_TAKEN.code(),
                  request.source(),
                  "a change can't be called \"" + FORM + "\"",
                  "name it after what it does")));
    }
  }

  /** What the change does not name would be kept, and judged by nobody. */
  private static void requireNoMore(Submission submission, DecideChange.ReadChange read) {
    List<Diagnostic> idle =
        submission.files().keySet().stream()
            .filter(path -> !read.files().paths().contains(path))
            .map(path ->
                Diagnostic.error(
                    RegisterCode.IDLE_FILE.code(),
                    SourceRef.file(path),
                    "the change does not name this file",
                    "name it, or its folder, among the change's manifests, or leave it out"))
            .toList();
    if (!idle.isEmpty()) {
      throw new InputRejected(idle);
    }
  }

  private static String fingerprint(FiledVersion version) {
    return version.document() + "\n" + ChangeDigest.ofHashes(version.files());
  }

  private static Map<String, Bytes> byHash(Submission submission) {
    Map<String, Bytes> files = new TreeMap<>();
    submission
        .files()
        .values()
        .forEach(content -> files.put(ChangeDigest.sha256(content.toArray()), content));
    return files;
  }
}
