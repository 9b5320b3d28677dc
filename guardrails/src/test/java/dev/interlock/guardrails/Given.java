package dev.interlock.guardrails;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interlock.estate.Control;
import dev.interlock.estate.Control.Match;
import dev.interlock.estate.Entry;
import dev.interlock.estate.Environment;
import dev.interlock.estate.Estate;
import dev.interlock.estate.Kind;
import dev.interlock.estate.Spec;
import dev.interlock.estate.Tier;
import dev.interlock.estate.Waiver;
import dev.interlock.finding.Severity;
import dev.interlock.finding.SourceRef;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** Controls, waivers and estates made in memory. */
final class Given {

  private Given() {}

  /** One control from its spec in YAML, without title, severity and the other texts. */
  static Controls control(String spec) {
    ControlLoader.Loaded loaded = load("own", spec);
    assertThat(loaded.diagnostics()).isEmpty();
    return loaded.controls();
  }

  /** What loading that control gives. */
  static ControlLoader.Loaded load(String name, String spec) {
    return loadText(
        """
        apiVersion: interlock.dev/v1
        kind: Control
        metadata:
          name: %s
        spec:
          title: Title
          severity: high
          rationale: Why.
          remediation: How.
        %s\
        """
            .formatted(name, spec.indent(2)));
  }

  /** What loading a file with this text gives; diagnostics call it by its whole path. */
  static ControlLoader.Loaded loadText(String text) {
    try {
      Path file = Files.createTempFile("control", ".yaml");
      try {
        Files.writeString(file, text);
        return ControlLoader.load(List.of(file));
      } finally {
        Files.delete(file);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static Controls kubernetes(String name, String rule) {
    Match match = new Match(List.of("kubernetes"), List.of(), List.of(), null);
    return control(name, match, rule, Map.of());
  }

  static Controls control(String name, Match match, String rule, Map<String, Object> params) {
    Control control =
        new Control(
            "Title",
            match,
            List.of(),
            rule,
            null,
            null,
            Severity.HIGH,
            "Why.",
            "How.",
            List.of(),
            params);
    ControlLoader.Loaded loaded = ControlLoader.of(estate(entry(Kind.CONTROL, name, control)));
    assertThat(loaded.diagnostics()).isEmpty();
    return loaded.controls();
  }

  static Waivers waiver(String name, Waiver waiver) {
    return Waivers.of(estate(entry(Kind.WAIVER, name, waiver)));
  }

  static Estate estate(Entry<?>... entries) {
    return new Estate(Arrays.asList(entries));
  }

  static <S extends Spec> Entry<S> entry(Kind kind, String name, S spec) {
    return new Entry<>(kind, name, Map.of(), spec, new SourceRef("estate/" + name, 1, 1));
  }

  static Entry<Environment> environment(String name, Tier tier, String... controlSets) {
    Environment spec =
        new Environment(
            "Display",
            tier,
            Environment.Hosting.MULTI_TENANT,
            "westeurope",
            null,
            null,
            null,
            List.of(),
            List.of(),
            List.of(),
            null,
            List.of(),
            null,
            null,
            null,
            new ArrayList<>(List.of(controlSets)),
            null,
            null);
    return entry(Kind.ENVIRONMENT, name, spec);
  }
}
