package dev.interlock.cli.expand;

import dev.interlock.cli.options.AtOption;
import dev.interlock.cli.options.InputFile;
import dev.interlock.cli.options.TargetOptions;
import dev.interlock.cli.output.JsonText;
import dev.interlock.cli.output.NodeJson;
import dev.interlock.cli.terminal.ExitCode;
import dev.interlock.cli.terminal.Invocation;
import dev.interlock.document.Node;
import dev.interlock.document.SequenceNode;
import dev.interlock.facts.Resource;
import dev.interlock.facts.TemplateExpansion;
import dev.interlock.finding.Diagnostic;
import dev.interlock.usecases.ExpandTemplate;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code expand}: a template as the resources that it would deploy. */
@Command(
    name = "expand",
    sortOptions = false,
    description = {
      "Expands an ARM template, or one that Bicep compiled, into the resources that it",
      "would deploy, as a JSON array. Nothing is asked of Azure."
    },
    footer = {
      "",
      "What only a deployment can tell is written as {\"$unknown\": \"why\"}; the values",
      "of secure parameters are too.",
      "",
      "Exit code 0 when the template could be expanded, 2 when something in it is wrong;",
      "what could be expanded is printed all the same.",
      "",
      "Examples:",
      "  interlock expand main.json --resource-group erp --location westeurope",
      "  interlock expand main.json --parameters main.parameters.json --set tier=prod",
      "  interlock expand main.json --outputs",
      "  interlock expand main.json --expression \"[parameters('tier')]\"%n"
    })
public final class ExpandCommand implements Callable<Integer> {

  private final Invocation invocation;

  @Parameters(
      paramLabel = "TEMPLATE",
      converter = InputFile.class,
      description = "The template, as JSON.")
  private Path template = Path.of("");

  @Option(
      names = "--parameters",
      paramLabel = "FILE",
      converter = InputFile.class,
      description = "Values of parameters: a file as deployments take it. May be repeated.")
  private List<Path> parameters = List.of();

  @Option(
      names = "--set",
      paramLabel = "NAME=VALUE",
      description = "Value of one parameter; text, or JSON for other types. May be repeated.")
  private Map<String, String> settings = Map.of();

  @Mixin private final TargetOptions target = new TargetOptions();

  @Mixin private final AtOption at = new AtOption();

  @ArgGroup private Instead instead = new Instead();

  /** What is printed in place of the resources. */
  private static final class Instead {

    @Option(
        names = "--outputs",
        description = "Prints what the template gives back, by name, as a JSON object.")
    private boolean outputs;

    @Option(
        names = "--expression",
        paramLabel = "TEXT",
        description = "Prints the value of one expression, in square brackets.")
    private @Nullable String expression;
  }

  /** Runs with these streams. */
  public ExpandCommand(Invocation invocation) {
    this.invocation = invocation;
  }

  @Override
  public Integer call() {
    TemplateExpansion expansion =
        new ExpandTemplate()
            .run(
                new ExpandTemplate.Request(
                    template, parameters, settings, target.target(at.or(invocation.clock()))),
                instead.expression);
    expansion.diagnostics().forEach(invocation.err()::problem);
    JsonText.write(invocation.out().writer(), json -> NodeJson.write(json, result(expansion)));
    return expansion.diagnostics().stream().anyMatch(Diagnostic::isError)
        ? ExitCode.BAD_INPUT
        : ExitCode.GOOD;
  }

  private Node result(TemplateExpansion expansion) {
    if (instead.outputs) {
      return expansion.outputs();
    }
    return expansion
        .expression()
        .orElseGet(() ->
            new SequenceNode(
                expansion.resources().stream().<Node>map(Resource::body).toList(), 1, 1));
  }
}
