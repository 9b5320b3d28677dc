package dev.interlock.usecases;

import dev.interlock.estate.EstateLoader;
import dev.interlock.estate.LoadedEstate;
import dev.interlock.guardrails.ControlPack;
import java.nio.file.Path;

/** Loads an estate and says everything that is wrong with it. */
public final class ValidateEstate {

  /** Never throws for bad input: what is wrong stands in the result. */
  public LoadedEstate run(Path directory) {
    return new EstateLoader(ControlPack.names()).load(directory);
  }

  /**
   * The estate, fit for use.
   *
   * @throws InputRejected with everything that is wrong, when something is
   */
  public LoadedEstate require(Path directory) {
    LoadedEstate loaded = run(directory);
    if (loaded.hasErrors()) {
      throw new InputRejected(loaded.diagnostics());
    }
    return loaded;
  }
}
