package dev.interlock.usecases;

import dev.interlock.estate.Kind;
import dev.interlock.estate.LoadedEstate;
import dev.interlock.finding.Suggestion;
import dev.interlock.recovery.FallbackSheets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Makes the sheets by which plants work on while a system stands still. */
public final class MakeFallbackSheets {

  /**
   * Makes them.
   *
   * @param estate folder of the estate
   * @param plant name of the only one; null for all
   * @param now reviews are due by this moment, in each plant's own day
   * @throws InputRejected when the estate can't be used or has no such plant
   */
  public FallbackSheets run(Path estate, @Nullable String plant, Instant now) {
    LoadedEstate loaded = new ReadEstate().require(estate);
    FallbackSheets all = FallbackSheets.of(loaded.estate(), now);
    if (plant == null) {
      return all;
    }
    var names = loaded.estate().names(Kind.PLANT);
    if (!names.contains(plant)) {
      throw new InputRejected(
          ActionCode.BAD_OPTION.code(),
          "--plant",
          "the estate has no plant \"" + plant + "\"",
          Suggestion.didYouMean(plant, names).orElse("it has: " + String.join(", ", names)));
    }
    var one = all.sheets();
    one.keySet().retainAll(Set.of(plant));
    return new FallbackSheets(one, all.gaps());
  }
}
