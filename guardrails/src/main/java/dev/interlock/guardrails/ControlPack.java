package dev.interlock.guardrails;

import dev.interlock.guardrails.pack.PackFile;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * The shipped controls. They come compiled, so that none is parsed or checked when they are used.
 */
public final class ControlPack {

  private ControlPack() {}

  /** All shipped controls; read once, so that what is made ready of them stays ready. */
  public static Controls shipped() {
    return Shipped.CONTROLS;
  }

  private static Controls read() {
    try (InputStream in = ControlPack.class.getResourceAsStream(PackFile.RESOURCE)) {
      if (in == null) {
        throw new IllegalStateException("the shipped controls are not compiled: build with Maven");
      }
      return Controls.of(PackFile.read(in));
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read the shipped controls", e);
    }
  }

  private static final class Shipped {
    static final Controls CONTROLS = read();
  }

  /** A shipped control as it is written, in YAML. */
  public static Optional<String> text(String name) {
    String resource = "pack/" + name + "/control.yaml";
    try (InputStream in = ControlPack.class.getResourceAsStream(resource)) {
      return in == null
          ? Optional.empty()
          : Optional.of(new String(in.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read a shipped control", e);
    }
  }
}
