package dev.interlock.usecases;

import dev.interlock.changes.Windows;
import dev.interlock.estate.ControlSet;
import dev.interlock.estate.Environment;
import dev.interlock.estate.Estate;
import dev.interlock.estate.EstateCode;
import dev.interlock.estate.EstateLoader;
import dev.interlock.estate.Kind;
import dev.interlock.estate.LoadedEstate;
import dev.interlock.finding.Diagnostic;
import dev.interlock.finding.SourceRef;
import dev.interlock.finding.Suggestion;
import dev.interlock.guardrails.ControlLoader;
import dev.interlock.guardrails.ControlPack;
import dev.interlock.guardrails.ControlSelection;
import dev.interlock.guardrails.Controls;
import dev.interlock.guardrails.PolicyAliases;
import dev.interlock.guardrails.PolicyAssignments;
import dev.interlock.guardrails.PolicyCatalogue;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Reads an estate and says everything that is wrong with it, its controls included. */
public final class ReadEstate {

  /**
   * The same with what is wrong inside the folders of Azure Policy that control sets name. It stops
   * no decision, where it is unknown at most, and so it is no reason to refuse an estate.
   */
  public LoadedEstate checkWithPolicies(Path directory) {
    LoadedEstate checked = check(directory);
    List<Diagnostic> all = new ArrayList<>(checked.diagnostics());
    all.addAll(policies(checked, directory));
    return checked.with(all);
  }

  /** Never throws for bad input: what is wrong stands in the result. */
  public LoadedEstate check(Path directory) {
    Controls shipped = ControlPack.shipped();
    LoadedEstate loaded = new EstateLoader(shipped.names()).load(directory);
    List<Diagnostic> more = loaded.found(estate -> controls(estate, shipped));
    List<Diagnostic> all = new ArrayList<>(loaded.diagnostics());
    all.removeIf(problem -> saidAgain(problem, more));
    all.addAll(more);
    loaded.found(estate -> calendars(estate, loaded.calendarFiles())).stream()
        .filter(problem -> !all.contains(problem))
        .forEach(all::add);
    return loaded.with(all);
  }

  private static List<Diagnostic> controls(Estate estate, Controls shipped) {
    ControlLoader.Loaded own = ControlLoader.of(estate);
    List<Diagnostic> found = new ArrayList<>(own.diagnostics());
    found.addAll(ControlSelection.check(estate, shipped.with(own.controls())));
    return found;
  }

  /** All folders are read together: an assignment in one may be of a definition in another. */
  private static List<Diagnostic> policies(LoadedEstate loaded, Path directory) {
    List<Path> folders =
        loaded.estate().entries(ControlSet.class).stream()
            .flatMap(set -> set.spec().policies().stream())
            .distinct()
            .map(directory::resolve)
            .filter(Files::exists)
            .toList();
    if (folders.isEmpty()) {
      return List.of();
    }
    Set<Diagnostic> all = new LinkedHashSet<>(PolicyCatalogue.read(folders).everythingWrong());
    all.addAll(
        PolicyAssignments.load(folders, loaded.estate(), PolicyAliases.shipped()).problems());
    return List.copyOf(all);
  }

  /** What is wrong inside the calendars' files, as far as some environment goes by them. */
  private static List<Diagnostic> calendars(Estate estate, Map<String, String> files) {
    return estate.names(Kind.ENVIRONMENT).stream()
        .map(name -> Windows.of(estate, files, name))
        .flatMap(windows -> windows.problems().stream())
        .distinct()
        .toList();
  }

  /** The estate alone warns of an unknown control; those who know its use say more, once. */
  private static boolean saidAgain(Diagnostic problem, List<Diagnostic> more) {
    return problem.code().equals(EstateCode.UNKNOWN_CONTROL.code())
        && more.stream().anyMatch(other -> other.source().equals(problem.source()));
  }

  /**
   * The estate, fit for use.
   *
   * @throws InputRejected with everything that is wrong, when something is
   */
  public LoadedEstate require(Path directory) {
    LoadedEstate loaded = new EstateLoader(ControlPack.shipped().names()).load(directory);
    if (loaded.hasErrors()) {
      throw new InputRejected(loaded.diagnostics());
    }
    return loaded;
  }

  /**
   * An environment of an estate.
   *
   * @throws InputRejected when there is none of that name
   */
  public static Environment environment(LoadedEstate loaded, Path directory, String name) {
    return loaded
        .estate()
        .find(Environment.class, name)
        .orElseThrow(() -> noEnvironment(loaded, directory, name));
  }

  private static InputRejected noEnvironment(LoadedEstate loaded, Path directory, String name) {
    var names = loaded.estate().names(Kind.ENVIRONMENT);
    String hint = Suggestion.didYouMean(name, names).orElse("it has: " + String.join(", ", names));
    return new InputRejected(
        List.of(
            Diagnostic.error(
                ActionCode.NO_ENVIRONMENT.code(),
                SourceRef.file(directory.toString()),
                "the estate has no environment \"" + name + "\"",
                hint)));
  }
}
