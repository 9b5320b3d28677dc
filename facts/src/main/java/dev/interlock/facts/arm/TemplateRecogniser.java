package dev.interlock.facts.arm;

import dev.interlock.document.Document;
import dev.interlock.document.DocumentReader;
import dev.interlock.document.MappingNode;
import dev.interlock.document.ReadOptions;
import dev.interlock.facts.Aside;
import dev.interlock.facts.DeploymentTarget;
import dev.interlock.facts.LinkedTemplates;
import dev.interlock.facts.TemplateExpander;
import dev.interlock.facts.TemplateExpansion;
import dev.interlock.facts.TemplateQuestion;
import dev.interlock.facts.arm.template.Keys;
import dev.interlock.facts.arm.template.Template;
import dev.interlock.facts.reading.Problem;
import dev.interlock.facts.reading.Recognised;
import dev.interlock.facts.reading.Recogniser;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * Templates of Azure Resource Manager, as the resources that they would deploy. The parameters of
 * {@code main.json} are taken from {@code main.parameters.json} beside it. What a template links is
 * read with it, and not once more alone.
 */
public final class TemplateRecogniser implements Recogniser {

  private static final String EXTENSION = ".json";
  private static final String PARAMETERS = ".parameters.json";

  /** What is read with something else. */
  private static final Recognised NOTHING =
      new Recognised.Several(List.of(), List.of(), Aside.NOTHING);

  private final DeploymentTarget target;
  private final Function<String, Optional<Path>> paths;
  private final Set<Path> linked = new HashSet<>();

  /**
   * Recognises them.
   *
   * @param paths where a file lies, by the name that it has in messages; empty when it lies nowhere
   */
  public TemplateRecogniser(DeploymentTarget target, Function<String, Optional<Path>> paths) {
    this.target = target;
    this.paths = paths;
  }

  @Override
  public Recognised recognise(MappingNode body, MappingNode envelope, String file) {
    String schema = Keys.text(body, "$schema").toLowerCase(Locale.ROOT);
    if (schema.contains("deploymentparameters.json")) {
      return ofParameters(file);
    }
    if (!Template.is(body)) {
      return new Recognised.Unknown();
    }
    return isLinked(file) ? NOTHING : expanded(body, file);
  }

  private boolean isLinked(String file) {
    return paths.apply(file).map(TemplateRecogniser::whole).filter(linked::contains).isPresent();
  }

  private static Path whole(Path path) {
    return path.toAbsolutePath().normalize();
  }

  /** Parameters are read with the template that they are for. */
  private Recognised ofParameters(String file) {
    boolean used =
        file.endsWith(PARAMETERS)
            && paths
                .apply(file.substring(0, file.length() - PARAMETERS.length()) + EXTENSION)
                .filter(Files::isRegularFile)
                .isPresent();
    return used
        ? NOTHING
        : new Recognised.Other(
            Problem.NOT_RECOGNISED, "these are parameters, and their template is not beside them");
  }

  private Recognised expanded(MappingNode body, String file) {
    TemplateExpansion expansion =
        TemplateExpander.expand(
            new TemplateQuestion(
                new Document(file, body),
                parameters(file),
                Map.of(),
                target,
                new LinkedTemplates(paths, path -> linked.add(whole(path)))));
    return new Recognised.Several(expansion.resources(), expansion.diagnostics(), Aside.NOTHING);
  }

  private List<Document> parameters(String file) {
    List<Document> documents = new ArrayList<>();
    if (file.endsWith(EXTENSION)) {
      String name = file.substring(0, file.length() - EXTENSION.length()) + PARAMETERS;
      paths
          .apply(name)
          .filter(Files::isRegularFile)
          .ifPresent(
              path -> DocumentReader.with(ReadOptions.policies()).read(path, name, documents::add));
    }
    return documents;
  }
}
