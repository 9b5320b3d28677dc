package dev.interlock.azure.storage;

import dev.interlock.document.MappingNode;
import dev.interlock.document.SequenceNode;
import java.util.List;
import java.util.stream.Stream;

/**
 * Storage tasks of Azure that are assigned to an account: programs without a server, which may
 * remove and move blobs. What each does is told elsewhere, to whom may read it there.
 *
 * @see <a href="https://learn.microsoft.com/azure/storage-actions/storage-tasks/storage-task">
 *     Storage tasks</a>
 */
public final class TaskWords {

  private TaskWords() {}

  /**
   * Those that are at work in a container, in words.
   *
   * @param assignments of the account
   * @throws dev.interlock.finding.Fault FAILED when it is no list of them
   */
  public static List<String> of(MappingNode assignments, String container) {
    Told.require(assignments, "value", SequenceNode.class);
    Stream<String> first =
        Told.each(assignments, "value")
            .filter(it -> isAtWork(it, container + "/"))
            .map(it -> "the storage task \"" + it.text("name") + "\"");
    Stream<String> more =
        Stream.ofNullable(assignments.text("nextLink"))
            .filter(it -> !it.isEmpty())
            .map(_ -> "a long list of storage tasks");
    return Stream.concat(first, more).toList();
  }

  private static boolean isAtWork(MappingNode assignment, String root) {
    boolean isOff =
        Told.at(assignment, "properties.enabled") != null
            && !Told.isTrue(assignment, "properties.enabled");
    List<String> prefixes = Told.texts(assignment, "properties.executionContext.target.prefix");
    return !isOff
        && (prefixes.isEmpty()
            || prefixes.stream().anyMatch(it -> root.startsWith(it) || it.startsWith(root)));
  }
}
