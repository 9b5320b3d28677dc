package dev.interlock.usecases;

import dev.interlock.changes.Gate;
import dev.interlock.changes.Windows;
import dev.interlock.estate.LoadedEstate;
import dev.interlock.guardrails.CheckContext;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * An estate to work with, and what is costly to derive from it and stays the same. Safe for use by
 * several threads.
 */
public final class EstateInForce {

  private final LoadedEstate loaded;
  private final Path folder;
  private final String revision;
  private final Map<String, Windows> windows = new ConcurrentHashMap<>();
  private final Map<String, ControlsInForce> controls = new ConcurrentHashMap<>();
  private final Gate gate;

  /**
   * An estate without errors.
   *
   * @param loaded what was read
   * @param folder where its files lie
   * @param revision its commit, or any other word for the state that was read
   */
  public EstateInForce(LoadedEstate loaded, Path folder, String revision) {
    this.loaded = loaded;
    this.folder = folder;
    this.revision = revision;
    this.gate = new Gate(loaded.estate(), this::windows);
  }

  /** What was read. */
  public LoadedEstate loaded() {
    return loaded;
  }

  /** Where its files lie. */
  public Path folder() {
    return folder;
  }

  /** Its commit, or any other word for the state that was read. */
  public String revision() {
    return revision;
  }

  /** When an environment of it may be changed. */
  public Windows windows(String environment) {
    return windows.computeIfAbsent(
        environment, name -> Windows.of(loaded.estate(), loaded.calendarFiles(), name));
  }

  /** The controls that hold for an environment of it. */
  ControlsInForce controls(String environment) {
    return controls.computeIfAbsent(
        environment, name -> ControlsInForce.of(new CheckContext(loaded.estate(), name)));
  }

  /** Its gate. */
  Gate gate() {
    return gate;
  }
}
