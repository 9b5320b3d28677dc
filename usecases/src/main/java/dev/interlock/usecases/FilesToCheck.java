package dev.interlock.usecases;

import dev.interlock.ledger.Bytes;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Inputs of a check on their way from one machine to another.
 *
 * @param inputs in the order in which they are judged
 * @param files content by path; each belongs to an input
 */
public record FilesToCheck(List<SentInput> inputs, SortedMap<String, Bytes> files) {

  public FilesToCheck {
    inputs = List.copyOf(inputs);
    files = Collections.unmodifiableSortedMap(new TreeMap<>(files));
  }

  /** Files that are inputs themselves, each called by its path. */
  public static FilesToCheck of(SortedMap<String, Bytes> files) {
    List<SentInput> inputs =
        files.keySet().stream().map(path -> new SentInput(path, path, 0, List.of())).toList();
    return new FilesToCheck(inputs, files);
  }

  /** What users call the inputs. */
  List<String> names() {
    return inputs.stream().map(SentInput::name).toList();
  }
}
