package dev.interlock.guardrails.path;

import dev.interlock.guardrails.view.Location;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Finds the pod that a Kubernetes resource runs, whatever its kind. */
public final class PodTemplate {

  private static final List<String> TEMPLATE = List.of("spec", "template");

  private static final Map<String, List<String>> WORKLOADS =
      Map.of(
          "pod", List.of(),
          "podtemplate", List.of("template"),
          "deployment", TEMPLATE,
          "statefulset", TEMPLATE,
          "daemonset", TEMPLATE,
          "replicaset", TEMPLATE,
          "replicationcontroller", TEMPLATE,
          "job", TEMPLATE,
          "cronjob", List.of("spec", "jobTemplate", "spec", "template"));

  private static final Set<String> GROUPS = Set.of("", "apps", "batch", "extensions");

  private PodTemplate() {}

  /**
   * True for the built-in Kubernetes kinds that run pods; the type is written group/version/kind.
   */
  public static boolean isWorkload(String type) {
    return GROUPS.contains(group(type)) && WORKLOADS.containsKey(kind(type));
  }

  /** The pod or pod template of a resource, or null when it has none. */
  public static @Nullable Location find(String type, Location resource) {
    Location at = resource;
    for (String key : WORKLOADS.getOrDefault(kind(type), TEMPLATE)) {
      Location next = at.child(key);
      if (next == null) {
        return null;
      }
      at = next;
    }
    return isWorkload(type) || looksLikePod(at) ? at : null;
  }

  /** Other kinds, such as Argo's Rollout, keep a pod template in the usual place. */
  private static boolean looksLikePod(Location at) {
    Location spec = at.child("spec");
    return spec != null && spec.child("containers") != null;
  }

  private static String kind(String type) {
    return type.substring(type.lastIndexOf('/') + 1).toLowerCase(Locale.ROOT);
  }

  private static String group(String type) {
    String[] parts = type.split("/", -1);
    return parts.length == 3 ? parts[0].toLowerCase(Locale.ROOT) : "";
  }
}
