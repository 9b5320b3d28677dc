package dev.interlock.facts.arm.expand;

import dev.interlock.document.Document;
import dev.interlock.document.Node;
import dev.interlock.expression.ObjectValue;
import dev.interlock.expression.UnknownValue;
import dev.interlock.expression.Value;
import dev.interlock.facts.arm.template.Keys;
import dev.interlock.finding.SourceRef;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What a deployment gives to the parameters of the one in it, there or in a file that it links. */
final class NestedParameters {

  private final PlannedResource resource;
  private final Node properties;
  private final Map<String, Given> given = new LinkedHashMap<>();
  private @Nullable String elsewhere;

  private NestedParameters(PlannedResource resource) {
    this.resource = resource;
    this.properties = Keys.mapping(resource.node(), "properties");
  }

  static GivenValues of(PlannedResource resource) {
    NestedParameters parameters = new NestedParameters(resource);
    parameters.readLinked();
    parameters.readWritten();
    return new GivenValues(parameters.given, parameters.elsewhere);
  }

  private void readLinked() {
    Node link = Keys.get(properties, "parametersLink");
    if (link == null) {
      return;
    }
    TemplateDeployment deployment = resource.deployment();
    LinkedFile linked = LinkedFile.of(resource.evaluate(link));
    Optional<Document> file =
        deployment.expansion().file(deployment.template().file(), linked.path());
    if (file.isPresent()) {
      ParameterFile.read(file.get(), deployment.expansion().run(), given);
    } else {
      elsewhere = "the file with its value is not here: " + linked.shown();
      deployment.problem(Problem.LINKED_VALUES, link, elsewhere);
    }
  }

  private void readWritten() {
    Node written = Keys.get(properties, "parameters");
    Value value = written == null ? ObjectValue.EMPTY : resource.evaluate(written);
    if (value instanceof UnknownValue unknown) {
      elsewhere = unknown.reason();
    }
    if (written != null && value instanceof ObjectValue all) {
      for (int i = 0; i < all.size(); i++) {
        read(all.names().get(i), all.at(i), written);
      }
    }
  }

  private void read(String name, Value around, Node all) {
    Node own = Keys.get(all, name);
    SourceRef place = resource.deployment().source(own == null ? all : own);
    Value value =
        switch (around) {
          case ObjectValue object when object.get("reference") != null ->
              new UnknownValue("its value is kept in a key vault");
          case ObjectValue object -> object.get("value");
          case UnknownValue unknown -> unknown;
          default -> null;
        };
    if (value != null) {
      given.put(name, new Given(value, place));
    }
  }
}
