package dev.interlock.facts;

import dev.interlock.facts.discovery.FolderDiscoverer;
import java.util.List;
import java.util.function.Consumer;

/**
 * Looks through what a company already has: exports, manifests, compose files, configuration,
 * calendars. Unlike {@link FactReader} it takes everything it can and complains about little.
 */
public interface Discoverer {

  /** The discoverer for everything that is known here. */
  static Discoverer standard() {
    return new FolderDiscoverer();
  }

  /**
   * Looks through files and directories.
   *
   * @param resources takes each resource
   * @param others takes everything else that tells something
   * @return how it went; a path that is not there is an error, broken files are warnings
   */
  Reading discover(List<String> inputs, Consumer<Resource> resources, Consumer<Discovered> others);
}
