package dev.interlock.goldens;

import java.nio.file.Files;
import java.nio.file.Path;

/** The checkout the tests run in, whatever module's folder they were started from. */
public final class Checkout {

  private Checkout() {}

  /**
   * The root of the checkout: the nearest folder upwards that holds the launcher and {@code
   * samples}.
   *
   * @throws IllegalStateException when the tests run outside a checkout
   */
  public static Path root() {
    Path start = Path.of("").toAbsolutePath();
    for (Path folder = start; folder != null; folder = folder.getParent()) {
      if (Files.isDirectory(folder.resolve("samples")) && Files.exists(folder.resolve("pom.xml"))) {
        return folder;
      }
    }
    throw new IllegalStateException("no checkout above " + start);
  }

  /** The folder with the sample estate, changes, evidence and manifests. */
  public static Path samples() {
    return root().resolve("samples");
  }
}
