package dev.interlock.facts.arm.expand;

import dev.interlock.document.Document;
import dev.interlock.document.MappingNode;
import dev.interlock.facts.DeploymentTarget;
import dev.interlock.facts.arm.template.Template;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;

/** One expansion: what all of its deployments have in common. */
public final class Expansion {

  private final DeploymentTarget target;
  private final BiFunction<String, String, Optional<Document>> files;
  private final Run run = new Run();
  private final Map<String, Optional<Template>> known = new HashMap<>();

  /**
   * Begins.
   *
   * @param files finds a linked template by the file that links it and the path or address there
   */
  public Expansion(DeploymentTarget target, BiFunction<String, String, Optional<Document>> files) {
    this.target = target;
    this.files = files;
  }

  DeploymentTarget target() {
    return target;
  }

  /** What was found wrong, and the work that is left. */
  public Run run() {
    return run;
  }

  /** The template that another one links. */
  Optional<Template> linked(String file, String path) {
    return path.isEmpty()
        ? Optional.empty()
        : known.computeIfAbsent(
            file + "\n" + path, _ -> files.apply(file, path).flatMap(Expansion::template));
  }

  private static Optional<Template> template(Document document) {
    return document.root() instanceof MappingNode root
        ? Optional.of(new Template(document.file(), root))
        : Optional.empty();
  }
}
