package dev.interlock.guardrails;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interlock.document.DocumentReader;
import dev.interlock.document.MappingNode;
import dev.interlock.facts.FactReader;
import dev.interlock.facts.Plane;
import dev.interlock.facts.Reading;
import dev.interlock.facts.Resource;
import dev.interlock.finding.Diagnostic;
import java.io.InputStream;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** What the tests judge, and how. */
final class Inputs {

  static final Instant NOW = Instant.parse("2026-11-21T08:00:00Z");

  private Inputs() {}

  /** The resources of a file, called by the file's own name. */
  static List<Resource> read(Path file) {
    List<Resource> resources = new ArrayList<>();
    Reading reading =
        FactReader.standard(InputStream.nullInputStream())
            .read(List.of(file.toString()), resources::add);
    assertThat(reading).isInstanceOf(Reading.Complete.class);
    return resources.stream().map(r -> named(r, file.getFileName().toString())).toList();
  }

  /** A Kubernetes object from YAML, with the id that the readers give it. */
  static Resource object(String yaml) {
    List<MappingNode> roots = new ArrayList<>();
    List<Diagnostic> problems =
        DocumentReader.standard().read(yaml, "in.yaml", d -> roots.add((MappingNode) d.root()));
    assertThat(problems).isEmpty();
    MappingNode body = roots.getFirst();
    String kind = body.text("kind");
    String name = body.get("metadata") instanceof MappingNode meta ? meta.text("name") : "x";
    String type = body.text("apiVersion") + "/" + kind;
    return new Resource(Plane.KUBERNETES, type, kind + "/" + name, "" + name, body, "in.yaml");
  }

  /** Judges without an estate. */
  static Judgement judge(Controls controls, List<Resource> resources) {
    return Guardrails.evaluate(resources, controls, Waivers.NONE, CheckContext.NONE, NOW);
  }

  private static Resource named(Resource r, String file) {
    return new Resource(r.plane(), r.type(), r.id(), r.name(), r.body(), file);
  }
}
