package dev.interlock.server.estate;

import java.nio.file.Path;

/** An estate in a plain folder: whatever lies there now. */
public record EstateFolder(Path folder) implements EstateSource {

  @Override
  public Checkout newest() {
    return new Checkout(folder, "working copy");
  }

  @Override
  public String name() {
    return folder.toString();
  }
}
