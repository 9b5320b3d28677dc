package dev.interlock.facts.arm.expand;

import dev.interlock.document.Document;
import dev.interlock.document.MappingNode;
import dev.interlock.facts.DeploymentTarget;
import dev.interlock.facts.arm.template.Template;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/** One expansion: what all of its deployments have in common. */
public final class Expansion {

  private final DeploymentTarget target;
  private final BiFunction<String, String, Optional<Document>> files;
  private final Run run = new Run();
  private final Map<String, Optional<Document>> known = new HashMap<>();
  private final Map<String, PlannedResource> groups = new HashMap<>();

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

  /** Notes a resource group that is made. */
  void group(PlannedResource group) {
    groups.putIfAbsent(group.id().toLowerCase(Locale.ROOT), group);
  }

  /** The resource group with that id; null when none was found that is made. */
  @Nullable PlannedResource group(String id) {
    return groups.get(id.toLowerCase(Locale.ROOT));
  }

  /** The template that another one links. */
  Optional<Template> linked(String file, String path) {
    return file(file, path).flatMap(Expansion::template);
  }

  /** A file that a template links; looked for once. */
  Optional<Document> file(String file, String path) {
    return path.isEmpty()
        ? Optional.empty()
        : known.computeIfAbsent(file + "\n" + path, _ -> files.apply(file, path));
  }

  private static Optional<Template> template(Document document) {
    return document.root() instanceof MappingNode root
        ? Optional.of(new Template(document.file(), root))
        : Optional.empty();
  }
}
