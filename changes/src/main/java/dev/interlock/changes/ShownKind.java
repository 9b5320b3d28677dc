package dev.interlock.changes;

import dev.interlock.document.MappingNode;
import dev.interlock.facts.Resource;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The kind of change that a resource is by itself, whatever the requester calls it. */
final class ShownKind {

  /** More than a template can have been approved for, but of no kind that has a name. */
  static final String NAMELESS = "";

  private static final String ACCESS = "access";
  private static final String NETWORK = "network";
  private static final String SECRET = "secret";
  private static final String DATA = "data";

  /** Group and kind, or group alone; a version in between makes no difference. */
  private static final Map<String, String> KUBERNETES =
      Map.ofEntries(
          Map.entry("v1/serviceaccount", ACCESS),
          Map.entry("rbac.authorization.k8s.io/", ACCESS),
          Map.entry("networking.k8s.io/", NETWORK),
          Map.entry("gateway.networking.k8s.io/", NETWORK),
          Map.entry("traefik.io/", NETWORK),
          Map.entry("cilium.io/", NETWORK),
          Map.entry("crd.projectcalico.org/", NETWORK),
          Map.entry("v1/service", NETWORK),
          Map.entry("v1/secret", SECRET),
          Map.entry("bitnami.com/", SECRET),
          Map.entry("external-secrets.io/", SECRET),
          Map.entry("secrets-store.csi.x-k8s.io/", SECRET),
          Map.entry("apps/statefulset", DATA),
          Map.entry("v1/persistentvolume", DATA),
          Map.entry("v1/persistentvolumeclaim", DATA),
          Map.entry("storage.k8s.io/", DATA));

  /** Routine; the images that they bring in are looked at by themselves. */
  private static final Set<String> ROUTINE =
      Set.of(
          "v1/pod",
          "apps/deployment",
          "apps/daemonset",
          "apps/replicaset",
          "autoscaling/horizontalpodautoscaler",
          "batch/job",
          "batch/cronjob",
          "policy/poddisruptionbudget",
          "keda.sh/scaledobject",
          "cert-manager.io/certificate");

  /** Types that only say how much of something there is, or who is told how it fares. */
  private static final Set<String> AZURE_ROUTINE =
      Set.of(
          "microsoft.containerservice/managedclusters/agentpools",
          "microsoft.insights/activitylogalerts",
          "microsoft.insights/autoscalesettings",
          "microsoft.insights/metricalerts",
          "microsoft.insights/scheduledqueryrules",
          "microsoft.portal/dashboards",
          "microsoft.web/serverfarms");

  private static final List<Map.Entry<String, String>> AZURE =
      List.of(
          Map.entry("microsoft.authorization/", ACCESS),
          Map.entry("microsoft.managedidentity/", ACCESS),
          Map.entry("microsoft.network/", NETWORK),
          Map.entry("microsoft.keyvault/", SECRET),
          Map.entry("microsoft.storage/", DATA),
          Map.entry("microsoft.dbforpostgresql/", DATA));

  private ShownKind() {}

  /** The kind, which may be {@link #NAMELESS}; empty for what is routine. */
  static Optional<String> of(Resource resource) {
    String type = resource.type().toLowerCase(Locale.ROOT);
    return switch (resource.plane()) {
      case KUBERNETES -> kubernetes(resource.body(), type);
      case AZURE -> azure(type);
      default -> Optional.of(NAMELESS);
    };
  }

  private static Optional<String> kubernetes(MappingNode body, String type) {
    String group = type.substring(0, type.indexOf('/') + 1);
    String kind = group + type.substring(type.lastIndexOf('/') + 1);
    if (!isOfTheCluster(body) && (ROUTINE.contains(kind) || isRoutine(body, kind))) {
      return Optional.empty();
    }
    String ofGroup = KUBERNETES.getOrDefault(group, NAMELESS);
    return Optional.of(KUBERNETES.getOrDefault(kind, ofGroup));
  }

  /**
   * Namespaces that Kubernetes keeps for itself: DNS and the like, for everybody on the cluster.
   */
  private static boolean isOfTheCluster(MappingNode body) {
    String namespace =
        body.get("metadata") instanceof MappingNode metadata ? metadata.text("namespace") : null;
    return namespace != null && namespace.startsWith("kube-");
  }

  /**
   * Settings without a program among them, a certificate that is renewed, and a service that only
   * the cluster reaches.
   */
  private static boolean isRoutine(MappingNode body, String kind) {
    return switch (kind) {
      case "v1/configmap" -> !ShippedProgram.isIn(body);
      case "v1/secret" -> "kubernetes.io/tls".equals(body.text("type"));
      case "v1/service" -> isInside(body);
      default -> false;
    };
  }

  private static boolean isInside(MappingNode service) {
    if (!(service.get("spec") instanceof MappingNode spec)) {
      return false;
    }
    boolean ofCluster = spec.get("type") == null || "ClusterIP".equals(spec.text("type"));
    return ofCluster && spec.get("externalIPs") == null;
  }

  private static Optional<String> azure(String type) {
    if (AZURE_ROUTINE.contains(type)) {
      return Optional.empty();
    }
    return AZURE.stream()
        .filter(kind -> type.startsWith(kind.getKey()))
        .map(Map.Entry::getValue)
        .findFirst()
        .or(() -> Optional.of(NAMELESS));
  }
}
