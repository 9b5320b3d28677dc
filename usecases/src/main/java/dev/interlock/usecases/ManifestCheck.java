package dev.interlock.usecases;

import dev.interlock.changes.Change;
import dev.interlock.changes.CheckBasis;
import dev.interlock.changes.ManifestFindings;
import dev.interlock.changes.Touches;
import dev.interlock.estate.Estate;
import dev.interlock.estate.Organization;
import dev.interlock.facts.DeploymentTarget;
import dev.interlock.facts.Destroyed;
import dev.interlock.facts.FactReader;
import dev.interlock.facts.ForeignFile;
import dev.interlock.facts.Opaque;
import dev.interlock.facts.Reading;
import dev.interlock.facts.Resource;
import dev.interlock.finding.Diagnostic;
import dev.interlock.finding.Finding;
import dev.interlock.guardrails.CheckContext;
import dev.interlock.guardrails.Evaluation;
import dev.interlock.guardrails.Waivers;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.LongFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Runs the guardrails that hold for an environment over the files of a change. Every file counts:
 * what no reader knows is named, because nobody can tell what it brings in. Prose is left aside
 * only where it lies in a folder: what the change names itself is meant.
 */
final class ManifestCheck {

  private final Estate estate;
  private final String environment;
  private final ControlsInForce inForce;
  private final CheckContext context;
  private final Set<String> settingsKinds;

  ManifestCheck(EstateInForce estate, String environment) {
    this.estate = estate.loaded().estate();
    this.environment = environment;
    this.context = new CheckContext(this.estate, environment);
    this.inForce = estate.controls(environment);
    this.settingsKinds =
        this.estate.all(Organization.class).values().stream()
            .flatMap(organization -> organization.settingsKinds().stream())
            .collect(Collectors.toUnmodifiableSet());
  }

  /**
   * What was found.
   *
   * @param files of the change
   * @return null when the change has no manifests
   */
  @Nullable ManifestFindings run(ChangeFiles files, Change change, Instant now) {
    if (change.manifests().isEmpty()) {
      return null;
    }
    SortedMap<String, String> judged = new TreeMap<>();
    files.manifests().forEach((path, hex) -> judged.put(path, "sha256:" + hex));
    int all = judged.size();
    Set<String> named = files.named(change.manifests());
    judged.keySet().removeIf(path -> ForeignFile.is(path) && !named.contains(path));
    List<String> inputs = judged.keySet().stream().map(files::shown).toList();
    LongFunction<CheckBasis> basis =
        judgements ->
            new CheckBasis(
                judged, inForce.size(), inForce.packs(), all - judged.size(), judgements);
    DeploymentTarget target = TemplateTarget.of(DeploymentTarget.UNNAMED, context);
    return judge(FactReader.below(files.base()).deployingTo(target), inputs, basis, now);
  }

  private ManifestFindings judge(
      FactReader reader, List<String> inputs, LongFunction<CheckBasis> basis, Instant now) {
    Evaluation evaluation =
        new Evaluation(inForce.controls(), inForce.policies(), Waivers.of(estate), context, now);
    new Survey(reader, evaluation).of(inputs, false);
    List<Finding> findings = new ArrayList<>();
    List<String> unreadable = new ArrayList<>();
    Stream.concat(inForce.problems().stream(), inForce.policies().problems().stream())
        .filter(Diagnostic::isError)
        .forEach(p -> unreadable.add(words(p)));
    List<String> destroys = new ArrayList<>();
    Touches touches = new Touches(estate, environment);
    Reading reading =
        reader.read(
            inputs,
            resource -> {
              findings.addAll(evaluation.judge(resource));
              touches.add(resource);
              destroys.addAll(Destroyed.by(resource));
              opaque(resource, unreadable);
            });
    destroys.addAll(reading.aside().destroys());
    // Warnings too: part of a file that is left out may be the part that matters.
    reading.diagnostics().forEach(problem -> unreadable.add(words(problem)));
    return new ManifestFindings(
        findings,
        reading.resources(),
        unreadable,
        destroys,
        touches.touched(),
        basis.apply(evaluation.evaluations()));
  }

  private void opaque(Resource resource, List<String> unreadable) {
    String why = Opaque.why(resource, settingsKinds);
    if (why != null) {
      unreadable.add(resource.source() + ": " + why);
    }
  }

  private static String words(Diagnostic problem) {
    return problem.source() + ": " + problem.message();
  }
}
