package dev.interlock.changes;

import dev.interlock.estate.Estate;
import dev.interlock.facts.ImageUse;
import dev.interlock.facts.Resource;
import dev.interlock.finding.SourceRef;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** Notes what the resources of a change bring in and alter, one resource at a time. */
public final class Touches {

  private final TouchedServices touched;
  private final List<ImageUse> images = new ArrayList<>();
  private final SortedMap<String, SourceRef> services = new TreeMap<>();
  private final SortedMap<String, String> kinds = new TreeMap<>();

  /** Nothing noted yet, for a change of this environment. */
  public Touches(Estate estate, String environment) {
    this.touched = new TouchedServices(estate, environment);
  }

  /** Notes one resource. */
  public void add(Resource resource) {
    List<ImageUse> own = ImageUse.of(resource);
    images.addAll(own);
    touched.of(resource, own).forEach(name -> services.putIfAbsent(name, resource.source()));
    ShownKind.of(resource).ifPresent(kind -> kinds.putIfAbsent(kind, words(resource)));
  }

  private static String words(Resource resource) {
    return resource.kind() + " " + resource.name() + " (" + resource.source() + ")";
  }

  /** What was noted. */
  public Touched touched() {
    return new Touched(images, services, kinds);
  }
}
