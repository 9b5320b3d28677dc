package dev.interlock.facts.azure;

import dev.interlock.document.MappingNode;
import dev.interlock.document.MappingNode.Entry;
import dev.interlock.document.Node;
import dev.interlock.document.ScalarNode;
import dev.interlock.document.SequenceNode;
import dev.interlock.document.UnknownNode;
import dev.interlock.facts.Resource;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Tells which Azure resources run or apply what is written elsewhere: scripts, extensions,
 * templates, packages, content of a Git repository. By their type, or by a property that says where
 * to fetch it, since types are many and new ones come.
 */
public final class FetchedCode {

  /** Last words of types; what they belong to makes no difference. */
  private static final Set<String> KINDS =
      Set.of("extensions", "runbooks", "runcommands", "siteextensions", "sourcecontrols");

  private static final Set<String> TYPES =
      Set.of(
          "microsoft.appplatform/spring/apps/deployments",
          "microsoft.automation/automationaccounts/configurations",
          "microsoft.automation/automationaccounts/modules",
          "microsoft.automation/automationaccounts/powershell72modules",
          "microsoft.automation/automationaccounts/python2packages",
          "microsoft.automation/automationaccounts/python3packages",
          "microsoft.batch/batchaccounts/applications/versions",
          "microsoft.batch/batchaccounts/pools",
          "microsoft.blueprint/blueprintassignments",
          "microsoft.compute/galleries/applications/versions",
          "microsoft.containerregistry/registries/importpipelines",
          "microsoft.containerregistry/registries/taskruns",
          "microsoft.containerregistry/registries/tasks",
          "microsoft.devtestlab/labs/artifactsources",
          "microsoft.guestconfiguration/guestconfigurationassignments",
          "microsoft.hdinsight/clusters",
          "microsoft.hdinsight/clusters/applications",
          "microsoft.kubernetesconfiguration/fluxconfigurations",
          "microsoft.kubernetesconfiguration/sourcecontrolconfigurations",
          "microsoft.resources/deployments",
          "microsoft.resources/deploymentscripts",
          "microsoft.resources/deploymentstacks",
          "microsoft.servicefabric/clusters/applicationtypes/versions",
          "microsoft.servicefabric/managedclusters/applicationtypes/versions",
          "microsoft.solutions/applicationdefinitions",
          "microsoft.solutions/applications",
          "microsoft.virtualmachineimages/imagetemplates",
          "microsoft.web/staticsites");

  /** Properties that say where it is, or hold it in a form that nobody reads here. */
  private static final Set<String> PROPERTIES =
      Set.of(
          "contentlink",
          "contenturi",
          "customdata",
          "extensionprofile",
          "fileuris",
          "galleryapplications",
          "gitrepo",
          "packagefileuri",
          "packageuri",
          "primaryscripturi",
          "publishcontentlink",
          "repositoryurl",
          "repourl",
          "scripturi",
          "scripturl",
          "supportingscripturis",
          "templatelink",
          "userdata",
          "website_run_from_package",
          "website_run_from_zip");

  /** A package that is not fetched: the setting is off, or means one that is already there. */
  private static final Set<String> NOTHING = Set.of("", "0", "1");

  private FetchedCode() {}

  /** True when what an Azure resource brings in is written elsewhere. */
  public static boolean isIn(Resource resource) {
    return isOfType(resource.type()) || isBelow(resource.body());
  }

  private static boolean isOfType(String type) {
    String lower = lower(type);
    return TYPES.contains(lower) || KINDS.contains(lower.substring(lower.lastIndexOf('/') + 1));
  }

  private static boolean isBelow(Node node) {
    return switch (node) {
      case MappingNode mapping ->
          isSetting(mapping)
              || mapping.entries().stream()
                  .filter(entry -> !entry.key().equals("tags"))
                  .anyMatch(FetchedCode::isIn);
      case SequenceNode list -> list.items().stream().anyMatch(FetchedCode::isBelow);
      case ScalarNode _, UnknownNode _ -> false;
    };
  }

  private static boolean isIn(Entry entry) {
    boolean asked = PROPERTIES.contains(lower(entry.key())) && isSaid(entry.value());
    return asked || isChild(entry) || isBelow(entry.value());
  }

  /** {@code resources: [{type: extensions, …}]}: resources that are written inside another. */
  private static boolean isChild(Entry entry) {
    return entry.key().equals("resources")
        && entry.value() instanceof SequenceNode list
        && list.items().stream()
            .anyMatch(
                item -> item instanceof MappingNode child && isOfType(written(child.text("type"))));
  }

  /** {@code {name: WEBSITE_RUN_FROM_PACKAGE, value: …}}. */
  private static boolean isSetting(MappingNode pair) {
    Node value = pair.get("value");
    return value != null && PROPERTIES.contains(lower(written(pair.text("name")))) && isSaid(value);
  }

  private static boolean isSaid(Node node) {
    return switch (node) {
      case MappingNode mapping -> mapping.entries().stream().anyMatch(e -> isSaid(e.value()));
      case SequenceNode list -> list.items().stream().anyMatch(FetchedCode::isSaid);
      case UnknownNode _ -> true;
      case ScalarNode scalar -> scalar.value() != null && !NOTHING.contains(scalar.text().strip());
    };
  }

  private static String written(@Nullable String text) {
    return text == null ? "" : text;
  }

  private static String lower(String text) {
    return text.toLowerCase(Locale.ROOT);
  }
}
