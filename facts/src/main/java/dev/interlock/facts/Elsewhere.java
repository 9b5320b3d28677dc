package dev.interlock.facts;

import dev.interlock.facts.azure.FetchedCode;
import java.util.Locale;
import java.util.Set;

/**
 * Resources that only point at what is fetched and then applied or run: charts, Git folders,
 * templates, scripts. What they bring in can't be told from them.
 */
final class Elsewhere {

  private static final Set<String> KUBERNETES =
      Set.of(
          "argoproj.io/application",
          "argoproj.io/applicationset",
          "helm.toolkit.fluxcd.io/helmrelease",
          "helm.cattle.io/helmchart",
          "kustomize.toolkit.fluxcd.io/kustomization",
          "kustomize.config.k8s.io/kustomization",
          "kustomize.config.k8s.io/component");

  private Elsewhere() {}

  /** True when what the resource brings in is written elsewhere. */
  static boolean points(Resource resource) {
    return resource.plane() == Plane.AZURE
        ? FetchedCode.isIn(resource)
        : KUBERNETES.contains(groupAndKind(resource));
  }

  private static String groupAndKind(Resource resource) {
    String type = resource.type().toLowerCase(Locale.ROOT);
    String group = type.substring(0, type.indexOf('/') + 1);
    return group + resource.kind().toLowerCase(Locale.ROOT);
  }
}
