package dev.interlock.facts.kubernetes;

import dev.interlock.facts.Plane;
import dev.interlock.facts.Resource;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What is known about kinds of Kubernetes: which are its own, which custom ones only carry settings
 * for what runs anyway, and which run exactly what is written in them. About any other custom kind
 * nothing is known: its controller may run whatever it likes.
 */
public final class KnownKinds {

  private static final Set<String> OWN_GROUPS =
      Set.of(
          "",
          "admissionregistration.k8s.io",
          "apiextensions.k8s.io",
          "apiregistration.k8s.io",
          "apps",
          "authentication.k8s.io",
          "authorization.k8s.io",
          "autoscaling",
          "batch",
          "certificates.k8s.io",
          "coordination.k8s.io",
          "discovery.k8s.io",
          "events.k8s.io",
          "extensions",
          "flowcontrol.apiserver.k8s.io",
          "internal.apiserver.k8s.io",
          "networking.k8s.io",
          "node.k8s.io",
          "policy",
          "rbac.authorization.k8s.io",
          "resource.k8s.io",
          "scheduling.k8s.io",
          "storage.k8s.io",
          "storagemigration.k8s.io");

  /** The kinds without a group; files that clients keep for themselves have none either. */
  private static final Set<String> CORE_KINDS =
      Set.of(
          "Binding",
          "ConfigMap",
          "Endpoints",
          "Event",
          "LimitRange",
          "Namespace",
          "Node",
          "PersistentVolume",
          "PersistentVolumeClaim",
          "Pod",
          "PodTemplate",
          "ReplicationController",
          "ResourceQuota",
          "Secret",
          "Service",
          "ServiceAccount");

  /** Group, then kinds; versions differ too often to be told apart. */
  private static final Set<String> SETTINGS =
      Stream.of(
              "acme.cert-manager.io Challenge Order",
              "autoscaling.k8s.io VerticalPodAutoscaler",
              "bitnami.com SealedSecret",
              "cert-manager.io Certificate CertificateRequest ClusterIssuer Issuer",
              "cilium.io CiliumClusterwideNetworkPolicy CiliumNetworkPolicy",
              "crd.projectcalico.org GlobalNetworkPolicy GlobalNetworkSet NetworkPolicy NetworkSet",
              "external-secrets.io ClusterExternalSecret ClusterSecretStore ExternalSecret"
                  + " PushSecret SecretStore",
              "externaldns.k8s.io DNSEndpoint",
              "gateway.networking.k8s.io BackendTLSPolicy GRPCRoute GatewayClass HTTPRoute"
                  + " ReferenceGrant TCPRoute TLSRoute UDPRoute",
              "keda.sh ClusterTriggerAuthentication ScaledObject TriggerAuthentication",
              "metallb.io BGPAdvertisement BGPPeer IPAddressPool L2Advertisement",
              "monitoring.coreos.com AlertmanagerConfig PodMonitor Probe PrometheusRule"
                  + " ScrapeConfig ServiceMonitor",
              "networking.istio.io DestinationRule ServiceEntry VirtualService",
              "postgresql.cnpg.io Backup Database Publication ScheduledBackup Subscription",
              "projectcalico.org GlobalNetworkPolicy GlobalNetworkSet NetworkPolicy NetworkSet",
              "secrets-store.csi.x-k8s.io SecretProviderClass",
              "security.istio.io AuthorizationPolicy PeerAuthentication RequestAuthentication",
              "snapshot.storage.k8s.io VolumeSnapshot VolumeSnapshotClass VolumeSnapshotContent",
              "traefik.containo.us IngressRoute IngressRouteTCP IngressRouteUDP Middleware"
                  + " MiddlewareTCP ServersTransport TLSOption TLSStore TraefikService",
              "traefik.io IngressRoute IngressRouteTCP IngressRouteUDP Middleware MiddlewareTCP"
                  + " ServersTransport ServersTransportTCP TLSOption TLSStore TraefikService",
              "velero.io Backup BackupStorageLocation Schedule VolumeSnapshotLocation")
          .flatMap(KnownKinds::kinds)
          .collect(Collectors.toUnmodifiableSet());

  private static final String CONTAINERS = "spec.template.spec.containers";

  /** Where they say what they run; without it something else decides. */
  private static final Map<String, Running> RUNNING =
      Map.of(
          "argoproj.io/Rollout",
          Running.at(CONTAINERS, "spec.workloadRef"),
          "postgresql.cnpg.io/Cluster",
          Running.at("spec.imageName", "spec.imageCatalogRef"),
          "postgresql.cnpg.io/ClusterImageCatalog",
          Running.at("spec.images"),
          "postgresql.cnpg.io/ImageCatalog",
          Running.at("spec.images"),
          "serving.knative.dev/Configuration",
          Running.at(CONTAINERS),
          "serving.knative.dev/Service",
          Running.at(CONTAINERS));

  private KnownKinds() {}

  /** Group and kind without the version: {@code cert-manager.io/Certificate}. */
  public static String key(Resource resource) {
    return group(resource) + "/" + resource.kind();
  }

  /** True for a Kubernetes resource of a kind that Kubernetes itself does not have. */
  public static boolean isCustom(Resource resource) {
    return resource.plane() == Plane.KUBERNETES && !OWN_GROUPS.contains(group(resource));
  }

  /** True when an API server itself has objects of this apiVersion and kind. */
  static boolean isOwn(String version, String kind) {
    int slash = version.indexOf('/');
    return slash < 0 ? CORE_KINDS.contains(kind) : OWN_GROUPS.contains(version.substring(0, slash));
  }

  /** True when the kind brings in no image and runs nothing. */
  public static boolean carriesSettings(Resource resource) {
    return SETTINGS.contains(key(resource));
  }

  /** Where a resource of this kind says what it runs; null when that is not known of the kind. */
  public static @Nullable Running running(Resource resource) {
    return RUNNING.get(key(resource));
  }

  private static String group(Resource resource) {
    String[] parts = resource.type().split("/", -1);
    return parts.length == 3 ? parts[0] : "";
  }

  private static Stream<String> kinds(String line) {
    List<String> words = Arrays.asList(line.split(" ", -1));
    return words.stream().skip(1).map(kind -> words.getFirst() + "/" + kind);
  }
}
