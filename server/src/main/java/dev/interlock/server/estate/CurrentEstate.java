package dev.interlock.server.estate;

import dev.interlock.estate.LoadedEstate;
import dev.interlock.finding.Diagnostic;
import dev.interlock.finding.Fault;
import dev.interlock.usecases.EstateInForce;
import dev.interlock.usecases.InputRejected;
import dev.interlock.usecases.ReadEstate;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The last good estate. A broken one is reported and changes nothing: the server goes on with what
 * it had.
 */
public final class CurrentEstate {

  private final EstateSource source;
  private final InstantSource clock;
  private final AtomicReference<@Nullable State> state = new AtomicReference<>();
  private final AtomicReference<@Nullable EstateInForce> inForce = new AtomicReference<>();

  /** An estate from the source; nothing is loaded yet. */
  public CurrentEstate(EstateSource source, InstantSource clock) {
    this.source = source;
    this.clock = clock;
  }

  /**
   * What is in force.
   *
   * @param loaded the last good estate
   * @param folder where its files lie
   * @param revision its commit
   * @param since when it came into force here
   * @param trouble why something newer is not in force; empty when this is the newest
   */
  public record State(
      LoadedEstate loaded, Path folder, String revision, Instant since, List<String> trouble) {

    public State {
      trouble = List.copyOf(trouble);
    }
  }

  /** What is in force; IllegalStateException before the first good {@link #refresh}. */
  public State state() {
    State known = state.get();
    if (known == null) {
      throw new IllegalStateException("no estate has been loaded yet");
    }
    return known;
  }

  /** What is in force, with what is derived from it and stays the same. */
  public EstateInForce inForce() {
    State now = state();
    EstateInForce known = inForce.get();
    EstateInForce current =
        known == null || !serves(known, now)
            ? new EstateInForce(now.loaded(), now.folder(), now.revision())
            : known.at(now.revision());
    inForce.set(current);
    return current;
  }

  private static boolean serves(EstateInForce known, State now) {
    return known.loaded().files().equals(now.loaded().files())
        && known.folder().equals(now.folder());
  }

  /**
   * Looks for something newer.
   *
   * @return true when another estate is in force now
   * @throws dev.interlock.usecases.InputRejected when the first estate is broken
   * @throws Fault when the first estate is out of reach
   */
  public synchronized boolean refresh() {
    State before = state.get();
    if (before == null) {
      state.set(first());
      return true;
    }
    try {
      EstateSource.Checkout newest = source.newest();
      LoadedEstate loaded = new ReadEstate().check(newest.folder());
      return take(before, newest, loaded);
    } catch (Fault e) {
      state.set(troubled(before, List.of(String.valueOf(e.getMessage()))));
      return false;
    }
  }

  /** How a person calls where it comes from. */
  public String sourceName() {
    return source.name();
  }

  /** A server that starts again has the last good one to fall back on. */
  private State first() {
    try {
      EstateSource.Checkout newest = source.newest();
      return begin(newest, new ReadEstate().require(newest.folder()), List.of());
    } catch (InputRejected | Fault e) {
      EstateSource.Checkout last = source.lastInForce().orElseThrow(() -> e);
      LoadedEstate loaded = new ReadEstate().check(last.folder());
      if (loaded.hasErrors()) {
        throw e;
      }
      return begin(last, loaded, told(e));
    }
  }

  private State begin(EstateSource.Checkout now, LoadedEstate loaded, List<String> trouble) {
    source.inForce(now);
    return new State(loaded, now.folder(), now.revision(), clock.instant(), trouble);
  }

  private static List<String> told(RuntimeException e) {
    return e instanceof InputRejected rejected
        ? rejected.problems().stream().map(Diagnostic::render).toList()
        : List.of(String.valueOf(e.getMessage()));
  }

  private boolean take(State before, EstateSource.Checkout newest, LoadedEstate loaded) {
    if (loaded.hasErrors()) {
      state.set(troubled(before, errors(newest, before, loaded)));
      return false;
    }
    boolean same = loaded.digest().equals(before.loaded().digest());
    Instant since = same ? before.since() : clock.instant();
    source.inForce(newest);
    state.set(new State(loaded, newest.folder(), newest.revision(), since, List.of()));
    return !same;
  }

  private static List<String> errors(
      EstateSource.Checkout newest, State before, LoadedEstate loaded) {
    String which = newest.revision() + " has errors; " + before.revision() + " stays in force";
    Stream<Diagnostic> each = loaded.diagnostics().stream().filter(Diagnostic::isError);
    return Stream.concat(Stream.of(which), each.map(e -> told(e, newest.folder()))).toList();
  }

  /** With the place in the estate; where this machine keeps it is nobody's business. */
  private static String told(Diagnostic error, Path folder) {
    return error.render().replace(folder + "/", "");
  }

  private static State troubled(State before, List<String> trouble) {
    return new State(before.loaded(), before.folder(), before.revision(), before.since(), trouble);
  }
}
