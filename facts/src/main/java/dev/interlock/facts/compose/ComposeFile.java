package dev.interlock.facts.compose;

import dev.interlock.document.MappingNode;
import dev.interlock.document.MappingNode.Entry;
import dev.interlock.document.Node;
import dev.interlock.document.ScalarNode;
import dev.interlock.document.SequenceNode;
import dev.interlock.document.UnknownNode;
import dev.interlock.facts.Discovered.ComposeService;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads the services of a compose file (Compose Specification, section services). */
public final class ComposeFile {

  private ComposeFile() {}

  /** The services of a document; none when it is no compose file. */
  public static List<ComposeService> services(MappingNode root, String file) {
    if (!(root.get("services") instanceof MappingNode services) || root.get("kind") != null) {
      return List.of();
    }
    String project = root.text("name");
    List<ComposeService> found = new ArrayList<>();
    for (Entry entry : services.entries()) {
      if (entry.value() instanceof MappingNode service
          && (service.get("image") != null || service.get("build") != null)) {
        found.add(service(entry.key(), service, project == null ? folder(file) : project, file));
      }
    }
    return found;
  }

  private static ComposeService service(
      String name, MappingNode service, String project, String file) {
    return new ComposeService(
        file,
        project,
        name,
        service.text("image"),
        names(service.get("depends_on")),
        variable(service.get("environment"), "TZ"));
  }

  private static String folder(String file) {
    Path parent = Path.of(file).toAbsolutePath().normalize().getParent();
    Path last = parent == null ? null : parent.getFileName();
    return last == null ? "compose" : last.toString();
  }

  private static List<String> names(@Nullable Node dependsOn) {
    return switch (dependsOn) {
      case null -> List.of();
      case MappingNode mapping -> mapping.entries().stream().map(Entry::key).toList();
      case SequenceNode list ->
          list.items().stream()
              .filter(ScalarNode.class::isInstance)
              .map(item -> ((ScalarNode) item).text())
              .toList();
      case ScalarNode _, UnknownNode _ -> List.of();
    };
  }

  private static @Nullable String variable(@Nullable Node environment, String name) {
    if (environment instanceof MappingNode mapping) {
      return mapping.text(name);
    }
    if (environment instanceof SequenceNode list) {
      for (Node item : list.items()) {
        if (item instanceof ScalarNode scalar && scalar.text().startsWith(name + "=")) {
          return scalar.text().substring(name.length() + 1);
        }
      }
    }
    return null;
  }
}
