package dev.interlock.usecases;

import dev.interlock.changes.ManifestFindings;
import dev.interlock.estate.Estate;
import dev.interlock.facts.FactReader;
import dev.interlock.facts.Reading;
import dev.interlock.finding.Diagnostic;
import dev.interlock.finding.Finding;
import dev.interlock.guardrails.CheckContext;
import dev.interlock.guardrails.ControlLoader;
import dev.interlock.guardrails.ControlPack;
import dev.interlock.guardrails.ControlSelection;
import dev.interlock.guardrails.Controls;
import dev.interlock.guardrails.Evaluation;
import dev.interlock.guardrails.Waivers;
import java.io.InputStream;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Runs the guardrails that hold for an environment over the manifests of a change. */
final class ManifestCheck {

  private final Estate estate;
  private final String environment;

  ManifestCheck(Estate estate, String environment) {
    this.estate = estate;
    this.environment = environment;
  }

  /**
   * What was found.
   *
   * @param folder of the change; manifests are relative to it
   * @return null when the change has no manifests
   */
  @Nullable ManifestFindings run(Path folder, List<String> manifests, Instant now) {
    if (manifests.isEmpty()) {
      return null;
    }
    CheckContext context = new CheckContext(estate, environment);
    ControlLoader.Loaded own = ControlLoader.of(estate);
    Controls available = ControlPack.shipped().with(own.controls());
    ControlLoader.Loaded inForce = ControlSelection.inForce(available, context);
    Evaluation evaluation = new Evaluation(inForce.controls(), Waivers.of(estate), context, now);
    List<Finding> findings = new ArrayList<>();
    List<String> inputs =
        manifests.stream().map(m -> folder.resolve(m).normalize().toString()).toList();
    Reading reading =
        FactReader.standard(InputStream.nullInputStream())
            .read(inputs, resource -> findings.addAll(evaluation.judge(resource)));
    List<String> unreadable =
        Stream.of(own.diagnostics(), inForce.diagnostics(), reading.diagnostics())
            .flatMap(List::stream)
            .filter(Diagnostic::isError)
            .map(problem -> problem.source() + ": " + problem.message())
            .toList();
    return new ManifestFindings(findings, reading.resources(), unreadable, List.of());
  }
}
