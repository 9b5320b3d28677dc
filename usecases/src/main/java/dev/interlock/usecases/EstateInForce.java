package dev.interlock.usecases;

import dev.interlock.changes.EvidenceReader;
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
  private final String digest;
  private final Map<String, Windows> windows;
  private final Map<String, ControlsInForce> controls;
  private final Gate gate;
  private final EvidenceReader evidence;

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
    this.digest = loaded.digest();
    this.windows = new ConcurrentHashMap<>();
    this.controls = new ConcurrentHashMap<>();
    this.gate = new Gate(loaded.estate(), this::windows);
    this.evidence = new EvidenceReader(loaded.estate());
  }

  private EstateInForce(EstateInForce same, String revision) {
    this.loaded = same.loaded;
    this.folder = same.folder;
    this.revision = revision;
    this.digest = same.digest;
    this.windows = same.windows;
    this.controls = same.controls;
    this.gate = same.gate;
    this.evidence = same.evidence;
  }

  /** The same content under another commit; what was derived from it is kept. */
  public EstateInForce at(String newer) {
    return newer.equals(revision) ? this : new EstateInForce(this, newer);
  }

  /** What was read. */
  public LoadedEstate loaded() {
    return loaded;
  }

  /** Tells it from every other, see {@link LoadedEstate#digest()}; derived once. */
  public String digest() {
    return digest;
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
        environment,
        name ->
            ControlsInForce.of(
                new CheckContext(loaded.estate(), name), folder, GivenPolicies.NONE));
  }

  /** Reads evidence for it; what was read before is kept. */
  EvidenceReader evidence() {
    return evidence;
  }

  /** Its gate. */
  Gate gate() {
    return gate;
  }
}
