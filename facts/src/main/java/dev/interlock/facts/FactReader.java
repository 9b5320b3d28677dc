package dev.interlock.facts;

import dev.interlock.facts.reading.StandardFactReader;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * Reads what is: manifests and inventories, from the inputs that a user names. What a file holds is
 * told by its content, not by its name. Resources are handed over one at a time, so that a large
 * inventory needs memory only for one of them.
 */
public interface FactReader {

  /**
   * The reader for Kubernetes manifests and Azure inventories.
   *
   * @param standardInput what the input {@code -} stands for
   */
  static FactReader standard(InputStream standardInput) {
    return StandardFactReader.of(standardInput, Path.of(""));
  }

  /**
   * The same for files that lie below a folder: inputs are paths from there, and diagnostics do not
   * tell where the folder is.
   */
  static FactReader below(Path folder) {
    return StandardFactReader.of(InputStream.nullInputStream(), folder);
  }

  /** The same for inputs that were brought here, by the names they have where they come from. */
  static FactReader of(Map<String, LaidInput> laid) {
    return StandardFactReader.of(laid);
  }

  /** The same for templates that would be deployed there. */
  default FactReader deployingTo(DeploymentTarget target) {
    return this;
  }

  /**
   * Reads all inputs. A file named here must be readable and hold something known; in a directory,
   * read with everything below it in the order of names, files of other kinds are only counted.
   *
   * @param inputs files, directories, or {@code -}; diagnostics call them as they are written here
   * @param sink takes each resource, in order
   */
  Reading read(List<String> inputs, Consumer<Resource> sink);
}
