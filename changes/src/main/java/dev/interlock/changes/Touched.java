package dev.interlock.changes;

import dev.interlock.facts.ImageUse;
import dev.interlock.finding.SourceRef;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What the manifests of a change show by themselves, whatever the requester says. It is added to
 * the requester's word and never taken from it.
 *
 * @param images container images that come in, with their places
 * @param services of the environment that are altered, each with the place that shows it
 * @param kinds of change that resources are by themselves, each with the first such resource in
 *     words; the empty kind has no name, but no template was approved for it either
 */
public record Touched(
    List<ImageUse> images, SortedMap<String, SourceRef> services, SortedMap<String, String> kinds) {

  /** Nothing at all. */
  public static final Touched NOTHING = new Touched(List.of(), new TreeMap<>(), new TreeMap<>());

  public Touched {
    images = List.copyOf(images);
    services = Collections.unmodifiableSortedMap(new TreeMap<>(services));
    kinds = Collections.unmodifiableSortedMap(new TreeMap<>(kinds));
  }

  /** The services that the requester names and those that are seen; empty means all there are. */
  public List<String> andSaid(List<String> said) {
    if (said.isEmpty()) {
      return List.of();
    }
    Set<String> all = new LinkedHashSet<>(said);
    all.addAll(services.keySet());
    return List.copyOf(all);
  }
}
