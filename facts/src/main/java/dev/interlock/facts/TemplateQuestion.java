package dev.interlock.facts;

import dev.interlock.document.Document;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;

/**
 * A template and what it is to be expanded with.
 *
 * @param template of Azure Resource Manager, Bicep's compiled JSON among them
 * @param parameters files of parameters; of two values for one parameter the later counts
 * @param settings values of single parameters as text, which count before those of files
 * @param target where it would be deployed to
 * @param files finds a linked template by the file that links it and the path or address there
 */
public record TemplateQuestion(
    Document template,
    List<Document> parameters,
    Map<String, String> settings,
    DeploymentTarget target,
    BiFunction<String, String, Optional<Document>> files) {

  public TemplateQuestion {
    parameters = List.copyOf(parameters);
    settings = Map.copyOf(settings);
  }
}
