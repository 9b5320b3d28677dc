package dev.interlock.facts;

import dev.interlock.document.MappingNode;
import dev.interlock.document.MappingNode.Entry;
import dev.interlock.document.Node;
import dev.interlock.document.ScalarNode;
import dev.interlock.document.SequenceNode;
import dev.interlock.document.UnknownNode;
import dev.interlock.facts.kubernetes.KnownKinds;
import dev.interlock.finding.SourceRef;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * What a resource says that destroys something which holds data: a database that shall be absent,
 * volumes that go with their claim, blobs that are deleted by age. What a change takes away without
 * a word is not seen here.
 */
public final class Destroyed {

  /**
   * A class of volumes says nothing about those that are there, and Delete is what it defaults to.
   */
  private static final String VOLUME_CLASS = "StorageClass";

  private static final String BLOB_RULES = "microsoft.storage/storageaccounts/managementpolicies";

  private Destroyed() {}

  /** Each in words with its place, to follow "destroys"; none for most resources. */
  public static List<String> by(Resource resource) {
    List<String> found = new ArrayList<>();
    switch (resource.plane()) {
      case KUBERNETES -> kubernetes(resource.body(), resource, found);
      case AZURE -> azure(resource.body(), resource, found);
      default -> {}
    }
    return found;
  }

  private static void kubernetes(Node node, Resource resource, List<String> found) {
    switch (node) {
      case MappingNode mapping ->
          mapping.entries().stream()
              .filter(entry -> !entry.key().equals("metadata"))
              .forEach(entry -> entry(entry, resource, found));
      case SequenceNode list -> list.items().forEach(item -> kubernetes(item, resource, found));
      case ScalarNode _, UnknownNode _ -> {}
    }
  }

  private static void entry(Entry entry, Resource resource, List<String> found) {
    String value = entry.value() instanceof ScalarNode text ? lower(text.text().strip()) : "";
    String key = lower(entry.key());
    if (KnownKinds.isCustom(resource) && key.equals("ensure") && value.equals("absent")) {
      found.add("what shall be absent by " + words(entry, resource));
    } else if (isKeeping(key, resource) && (value.equals("delete") || value.equals("recycle"))) {
      found.add("what goes with its object by " + words(entry, resource));
    } else {
      kubernetes(entry.value(), resource, found);
    }
  }

  /**
   * {@code persistentVolumeReclaimPolicy}, {@code databaseReclaimPolicy}, whenScaled and others.
   */
  private static boolean isKeeping(String key, Resource resource) {
    boolean ofClaims = key.equals("whendeleted") || key.equals("whenscaled");
    return ofClaims || (key.endsWith("reclaimpolicy") && !resource.kind().equals(VOLUME_CLASS));
  }

  private static void azure(Node node, Resource resource, List<String> found) {
    if (!lower(resource.type()).equals(BLOB_RULES)) {
      return;
    }
    switch (node) {
      case MappingNode mapping -> {
        for (Entry entry : mapping.entries()) {
          if (lower(entry.key()).equals("delete")) {
            found.add("blobs by their age, by " + words(entry, resource));
          } else {
            azure(entry.value(), resource, found);
          }
        }
      }
      case SequenceNode list -> list.items().forEach(item -> azure(item, resource, found));
      case ScalarNode _, UnknownNode _ -> {}
    }
  }

  private static String words(Entry entry, Resource resource) {
    SourceRef place = new SourceRef(resource.file(), entry.line(), entry.column());
    String value = entry.value() instanceof ScalarNode text ? ": " + text.text().strip() : "";
    return "%s%s of %s %s (%s)"
        .formatted(entry.key(), value, resource.kind(), resource.name(), place);
  }

  private static String lower(String text) {
    return text.toLowerCase(Locale.ROOT);
  }
}
