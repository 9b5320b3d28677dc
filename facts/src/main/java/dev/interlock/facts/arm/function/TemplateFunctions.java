package dev.interlock.facts.arm.function;

import dev.interlock.expression.FunctionTable;
import dev.interlock.expression.ScopeFunction;
import dev.interlock.facts.arm.scope.TemplateScope;
import java.util.List;
import java.util.Locale;

/**
 * The functions that a template may call.
 *
 * @see <a
 *     href="https://learn.microsoft.com/azure/azure-resource-manager/templates/template-functions">Template
 *     functions</a>
 */
public final class TemplateFunctions {

  /** Those that ask the deployment. */
  public static final List<ScopeFunction<TemplateScope>> ASKING =
      List.of(
          new CopyIndex(),
          new Deployer(),
          new DeploymentFunction(),
          new EnvironmentFunction(),
          new ExtensionResourceId(),
          new ExternalInput(),
          new ManagementGroupFunction(),
          new ManagementGroupResourceId(),
          new NewGuid(),
          new ParametersFunction(),
          new PickZones(),
          new ProvidersFunction(),
          new Reference(),
          new References(),
          new ResourceGroupFunction(),
          new ResourceId(),
          new ResourceInfo(),
          new SubscriptionFunction(),
          new SubscriptionResourceId(),
          new TenantFunction(),
          new TenantResourceId(),
          new ZoneMapping("toLogicalZone"),
          new ZoneMapping("toLogicalZones"),
          new ZoneMapping("toPhysicalZone"),
          new ZoneMapping("toPhysicalZones"),
          new UtcNow(),
          new VariablesFunction());

  /** Functions of policies. */
  private static final List<String> NOT_OURS = List.of("addDays", "ipRangeContains");

  private static final FunctionTable<TemplateScope> TABLE =
      FunctionTable.<TemplateScope>standard()
          .without(NOT_OURS)
          .with(ASKING)
          .otherwise(TemplateFunctions::other);

  private TemplateFunctions() {}

  /** All; of a name that none has, the function gives what is unknown. */
  public static FunctionTable<TemplateScope> table() {
    return TABLE;
  }

  private static ScopeFunction<TemplateScope> other(String name) {
    return name.toLowerCase(Locale.ROOT).startsWith("list") && name.indexOf('.') < 0
        ? new ListFunction(name)
        : new UnknownFunction(name);
  }
}
