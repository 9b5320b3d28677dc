package dev.interlock.usecases;

import dev.interlock.changes.ChangeRequest;
import dev.interlock.changes.Submission;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A change and its manifests, read from disk for a server that checks them against its estate.
 *
 * @param request what it says, with the digest that approvals and checks refer to
 * @param submission the files as they are sent
 * @param shown what the user calls each file, by the path under which it is sent
 */
public record ChangeToSend(
    ChangeRequest request, Submission submission, SortedMap<String, String> shown) {

  public ChangeToSend {
    shown = Collections.unmodifiableSortedMap(new TreeMap<>(shown));
  }
}
