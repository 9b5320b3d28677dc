package dev.interlock.facts;

import dev.interlock.facts.kubernetes.KnownKinds;
import dev.interlock.facts.kubernetes.Running;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Resources from which nobody can tell what they bring in: they point at what is written elsewhere,
 * or their kind is one that nobody here knows.
 */
public final class Opaque {

  private Opaque() {}

  /**
   * Why nobody can tell what a resource brings in, and how to get on.
   *
   * @param settings custom kinds of which the estate says that they only carry settings, as {@code
   *     group/Kind}
   * @return null when it can be told
   */
  public static @Nullable String why(Resource resource, Set<String> settings) {
    if (Elsewhere.points(resource)) {
      return pointing(resource);
    }
    boolean told =
        !KnownKinds.isCustom(resource)
            || KnownKinds.carriesSettings(resource)
            || settings.contains(KnownKinds.key(resource));
    return told ? null : running(resource);
  }

  private static String pointing(Resource resource) {
    return resource.plane() == Plane.AZURE
        ? ("the %s \"%s\" runs or applies what is written elsewhere or can't be read; give the"
                + " resources themselves, or a trusted check of exactly this change")
            .formatted(resource.kind(), resource.name())
        : "this %s brings in what is written elsewhere; give the rendered manifests"
            .formatted(resource.kind());
  }

  private static @Nullable String running(Resource resource) {
    Running running = KnownKinds.running(resource);
    return running == null
        ? "what the %s \"%s\" brings in is not known here; if such resources run nothing and"
                .formatted(resource.kind(), resource.name())
            + " bring in no image, list %s under settingsKinds of the estate's Organization"
                .formatted(KnownKinds.key(resource))
        : running.complaint(resource);
  }
}
