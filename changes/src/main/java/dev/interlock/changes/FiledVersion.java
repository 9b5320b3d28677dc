package dev.interlock.changes;

import java.util.Map;
import java.util.TreeMap;

/**
 * One version of a change: its files by digest, and what lists show of it.
 *
 * @param document path of the change document among the files
 * @param files SHA-256 in lower-case hex by path
 * @param digest that approvals and checks refer to
 * @param title what is to be done
 * @param kind of change
 * @param environment it goes to
 * @param requester who asks for it
 */
public record FiledVersion(
    String document,
    Map<String, String> files,
    String digest,
    String title,
    String kind,
    String environment,
    String requester) {

  public FiledVersion {
    files = Map.copyOf(files);
  }

  /** The version that a request and its files make. */
  public static FiledVersion of(Submission submission, ChangeRequest request) {
    Map<String, String> hexByPath = new TreeMap<>();
    submission
        .files()
        .forEach((path, content) -> hexByPath.put(path, ChangeDigest.sha256(content.toArray())));
    Change change = request.change();
    return new FiledVersion(
        submission.change(),
        hexByPath,
        request.digest(),
        change.title(),
        change.kind(),
        change.environment(),
        change.requester());
  }
}
