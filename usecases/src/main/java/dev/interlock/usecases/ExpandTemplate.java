package dev.interlock.usecases;

import dev.interlock.document.Document;
import dev.interlock.facts.DeploymentTarget;
import dev.interlock.facts.LinkedTemplates;
import dev.interlock.facts.TemplateExpander;
import dev.interlock.facts.TemplateExpansion;
import dev.interlock.facts.TemplateQuestion;
import dev.interlock.facts.UnmadeFile;
import dev.interlock.finding.Diagnostic;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Expands a template into the resources that it would deploy. */
public final class ExpandTemplate {

  /**
   * What to expand.
   *
   * @param parameters files of parameters; of two values for one the later counts
   * @param settings values of single parameters, which count before those of files
   */
  public record Request(
      Path template, List<Path> parameters, Map<String, String> settings, DeploymentTarget target) {

    public Request {
      parameters = List.copyOf(parameters);
      settings = Map.copyOf(settings);
    }
  }

  private final List<Diagnostic> problems = new ArrayList<>();

  /**
   * Expands.
   *
   * @param expression to evaluate in its place, in square brackets; null for the resources
   * @throws InputRejected when a file can't be read
   */
  public TemplateExpansion run(Request request, @Nullable String expression) {
    List<Document> template = read(request.template());
    List<Document> parameters = new ArrayList<>();
    request.parameters().forEach(file -> parameters.addAll(read(file)));
    if (!problems.isEmpty()) {
      throw new InputRejected(problems);
    }
    TemplateQuestion question =
        new TemplateQuestion(
            template.getFirst(),
            parameters,
            request.settings(),
            request.target(),
            new LinkedTemplates(name -> Optional.of(Path.of(name))));
    return expression == null
        ? TemplateExpander.expand(question)
        : TemplateExpander.evaluate(question, expression);
  }

  private List<Document> read(Path file) {
    Optional<Diagnostic> unmade = UnmadeFile.problem(file, file.toString());
    unmade.ifPresent(problems::add);
    return unmade.isPresent() ? List.of() : JsonFile.read(file, problems);
  }
}
