package dev.interlock.facts.arm.expand;

import dev.interlock.document.MappingNode;
import dev.interlock.document.MappingNode.Entry;
import dev.interlock.document.Node;
import dev.interlock.document.ScalarNode;
import dev.interlock.expression.ObjectValue;
import dev.interlock.expression.Value;
import dev.interlock.facts.Resource;
import dev.interlock.facts.TemplateExpansion;
import dev.interlock.facts.TemplateQuestion;
import dev.interlock.facts.arm.place.Place;
import dev.interlock.facts.arm.template.Keys;
import dev.interlock.facts.arm.template.Template;
import dev.interlock.finding.SourceRef;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The expansion of one template with what it was asked with. */
public final class TemplateRun {

  private final TemplateQuestion question;
  private final Expansion expansion;
  private final List<Resource> resources = new ArrayList<>();
  private MappingNode outputs = new MappingNode(List.of(), 1, 1);
  private Optional<Node> expression = Optional.empty();

  private TemplateRun(TemplateQuestion question) {
    this.question = question;
    this.expansion = new Expansion(question.target(), question.files());
  }

  /** For a question. */
  public static TemplateRun of(TemplateQuestion question) {
    return new TemplateRun(question);
  }

  /** What the template would deploy. */
  public TemplateExpansion expand() {
    return run(deployment -> {
      deployment.check();
      deployment.expand(
          (planned, why) -> resources.add(ResourceBody.of(planned).doubted(why)), null);
      outputs = new MappingNode(values(deployment), 1, 1);
    });
  }

  /** What an expression comes to in it. */
  public TemplateExpansion evaluate(String text) {
    return run(deployment -> {
      ScalarNode written = new ScalarNode(text, text, 1, 0); // it stands in no quotes
      Evaluator evaluator = deployment.evaluates().called("--expression");
      Value value = evaluator.value(written, deployment.scope());
      expression = Optional.of(Positions.of(value, written));
    });
  }

  private TemplateExpansion run(Consumer<TemplateDeployment> action) {
    SourceRef place = question.template().root().in(question.template().file());
    if (!(question.template().root() instanceof MappingNode root) || !Template.is(root)) {
      expansion.run().problem(Problem.NO_TEMPLATE, place, noTemplate());
      return result();
    }
    Template template = new Template(question.template().file(), root);
    try {
      Map<String, Given> given = new GivenParameters(question, expansion.run()).of(template);
      action.accept(TemplateDeployment.outermost(expansion, template, place(template), given));
    } catch (Run.Stopped stopped) {
      expansion.run().problem(Problem.TOO_MUCH, place, String.valueOf(stopped.getMessage()));
    } catch (StackOverflowError _) {
      expansion.run().problem(Problem.TOO_MUCH, place, "the template is nested too deep");
    }
    return result();
  }

  private String noTemplate() {
    Node root = question.template().root();
    if (!(root instanceof MappingNode)) {
      return "a template is an object, not " + root.describe();
    }
    if (Keys.text(root, "$schema").toLowerCase(Locale.ROOT).contains("parameters.json")) {
      return "this is a file of parameters; name its template, and this with --parameters";
    }
    return Keys.get(root, "terraform_version") != null || Keys.get(root, "resource_changes") != null
        ? "this is of Terraform; interlock check reads it as it is"
        : "this is no template of Azure Resource Manager";
  }

  private TemplateExpansion result() {
    return new TemplateExpansion(resources, outputs, expression, expansion.run().diagnostics());
  }

  private Place place(Template template) {
    return switch (template.level()) {
      case RESOURCE_GROUP ->
          Place.group(question.target().subscription(), question.target().resourceGroup());
      case SUBSCRIPTION -> Place.subscription(question.target().subscription());
      case MANAGEMENT_GROUP -> Place.managementGroup(question.target().managementGroup());
      case TENANT -> Place.tenant();
    };
  }

  /** Outputs without their types. */
  private static List<Entry> values(TemplateDeployment deployment) {
    ObjectValue outputs = deployment.outputs();
    MappingNode section = deployment.template().section("outputs");
    List<Entry> values = new ArrayList<>();
    for (Entry entry : section.entries()) {
      @Nullable Value value =
          outputs.get(entry.key()) instanceof ObjectValue output ? output.get("value") : null;
      if (value != null) {
        deployment.expansion().run().made(value);
        Node written = entry.value();
        Node shown = Positions.of(value, written);
        values.add(new Entry(entry.key(), written.line(), written.column(), shown));
      }
    }
    return values;
  }
}
