package dev.interlock.goldens;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Assumptions;

/**
 * Data that is not part of the repository: found through {@code INTERLOCK_SHARED}, by default
 * {@code ../shared} from the root of the checkout.
 */
public final class Shared {

  private Shared() {}

  /**
   * A file or folder of it. The calling test is skipped by name where it is absent.
   *
   * @param path relative to the shared folder
   */
  public static Path require(String path) {
    String set = System.getenv("INTERLOCK_SHARED");
    Path folder =
        set == null || set.isBlank() ? Checkout.root().resolve("../shared") : Path.of(set);
    Path found = folder.resolve(path).normalize();
    if (!Files.exists(found)) {
      Assumptions.abort("skipped: " + path + " absent (INTERLOCK_SHARED)");
    }
    return found;
  }
}
