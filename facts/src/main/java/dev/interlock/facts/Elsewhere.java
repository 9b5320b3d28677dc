package dev.interlock.facts;

import java.util.Locale;
import java.util.Set;

/**
 * Resources that only point at what a controller fetches and applies: charts, Git folders,
 * templates. What they bring in can't be told from them.
 */
final class Elsewhere {

  private static final Set<String> TYPES =
      Set.of(
          "argoproj.io/application",
          "argoproj.io/applicationset",
          "helm.toolkit.fluxcd.io/helmrelease",
          "helm.cattle.io/helmchart",
          "kustomize.toolkit.fluxcd.io/kustomization",
          "kustomize.config.k8s.io/kustomization",
          "kustomize.config.k8s.io/component",
          "microsoft.resources/deployments",
          "microsoft.kubernetesconfiguration/fluxconfigurations",
          "microsoft.kubernetesconfiguration/extensions");

  private Elsewhere() {}

  /** True when what the resource brings in is written elsewhere. */
  static boolean points(Resource resource) {
    String type = resource.type().toLowerCase(Locale.ROOT);
    int slash = type.indexOf('/');
    String group = slash < 0 ? "" : type.substring(0, slash + 1);
    return TYPES.contains(group + resource.kind().toLowerCase(Locale.ROOT));
  }
}
