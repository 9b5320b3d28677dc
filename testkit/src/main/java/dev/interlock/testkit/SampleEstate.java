package dev.interlock.testkit;

import dev.interlock.estate.Estate;
import dev.interlock.estate.EstateLoader;
import dev.interlock.estate.LoadedEstate;
import dev.interlock.goldens.Checkout;
import java.nio.file.Path;

/** The sample estate, read from {@code samples/estate}. */
public final class SampleEstate {

  private SampleEstate() {}

  /** Its folder. */
  public static Path folder() {
    return Checkout.samples().resolve("estate");
  }

  /** Reads it, with everything that is wrong with it: nothing, as a test of testkit proves. */
  public static LoadedEstate load() {
    return new EstateLoader().load(folder());
  }

  /** Its documents. */
  public static Estate estate() {
    return load().estate();
  }
}
