package dev.interlock.guardrails.load;

import dev.interlock.document.Document;
import dev.interlock.document.DocumentReader;
import dev.interlock.document.MappingNode;
import dev.interlock.document.Node;
import dev.interlock.document.ScalarNode;
import dev.interlock.document.SequenceNode;
import dev.interlock.finding.SourceRef;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Finds the place of a mistake inside a control's document. Only made when there is a mistake: it
 * reads the document's text once more, so that nothing has to be kept of the ones that are right.
 */
final class FieldPlaces {

  private final SourceRef document;
  private final @Nullable SourceText text;
  private final @Nullable Node spec;

  /**
   * For one document.
   *
   * @param document where it begins
   * @param text of its file, if it can still be read
   */
  FieldPlaces(SourceRef document, Optional<String> text) {
    this.document = document;
    this.text = text.map(t -> new SourceText(document.file(), t)).orElse(null);
    this.spec = text.map(t -> spec(document, t)).orElse(null);
  }

  /**
   * The place of a character of a field's text.
   *
   * @param field the keys from the spec on; a number leads to an element of a list
   * @param offset in code points
   */
  SourceRef placeOf(List<String> field, int offset) {
    Node node = spec;
    for (String key : field) {
      Node next = child(node, key);
      if (next == null) {
        break;
      }
      node = next;
    }
    if (node == null || text == null) {
      return document;
    }
    return node instanceof ScalarNode scalar
        ? new ScalarPlaces(text).placeOf(scalar, offset)
        : node.in(document.file());
  }

  private static @Nullable Node child(@Nullable Node node, String key) {
    return switch (node) {
      case MappingNode mapping -> mapping.get(key);
      case SequenceNode list -> list.items().get(Integer.parseInt(key));
      case null, default -> null;
    };
  }

  private static @Nullable Node spec(SourceRef place, String text) {
    Found found = new Found(place);
    DocumentReader.standard().read(text, place.file(), found::look);
    return found.spec;
  }

  /** Keeps the spec of the document that begins at a place. */
  private static final class Found {
    private final SourceRef place;
    private @Nullable Node spec;

    private Found(SourceRef place) {
      this.place = place;
    }

    private void look(Document document) {
      if (document.sourceOf(document.root()).equals(place)
          && document.root() instanceof MappingNode root) {
        spec = root.get("spec");
      }
    }
  }
}
