package dev.interlock.document.binding;

import dev.interlock.document.Document;
import dev.interlock.document.DocumentHeader;
import dev.interlock.document.MappingNode;
import dev.interlock.document.Node;
import dev.interlock.document.ScalarNode;
import dev.interlock.finding.Diagnostic;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Reads the header of one document. */
public final class HeaderReader {

  private static final List<String> KEYS = List.of("apiVersion", "kind", "metadata", "spec");

  private final Plans plans;
  private final Document document;
  private final Consumer<Diagnostic> sink;
  private boolean wrong;

  /** A reader of one document. */
  public HeaderReader(Plans plans, Document document, Consumer<Diagnostic> sink) {
    this.plans = plans;
    this.document = document;
    this.sink = sink;
  }

  /** The header as far as it can be read; empty when its kind can't be. */
  public Optional<DocumentHeader> read() {
    if (!(document.root() instanceof MappingNode root)) {
      complain(
          BindingCode.NO_HEADER,
          document.root(),
          "expected a mapping with apiVersion, kind, metadata and spec, found "
              + document.root().describe(),
          null);
      return Optional.empty();
    }
    checkVersion(root);
    String kind = root.text("kind");
    if (kind == null) {
      missing(root, "kind", "the kind of document", null);
    }
    checkKeys(root);
    Metadata metadata = metadata(root);
    return kind == null ? Optional.empty() : Optional.of(header(root, kind, metadata));
  }

  private DocumentHeader header(MappingNode root, String kind, Metadata metadata) {
    Node spec = root.get("spec");
    if (spec == null || (spec instanceof ScalarNode scalar && scalar.value() == null)) {
      spec = new MappingNode(List.of(), root.line(), root.column());
    }
    Node name = nameNode(root);
    return new DocumentHeader(
        !wrong,
        kind,
        metadata.name(),
        metadata.labels(),
        metadata.annotations(),
        spec,
        document.sourceOf(root),
        document.sourceOf(name == null ? root : name));
  }

  private void checkVersion(MappingNode root) {
    String version = root.text("apiVersion");
    Node at = root.get("apiVersion");
    if (version == null) {
      missing(root, "apiVersion", DocumentHeader.API_VERSION, null);
    } else if (!version.equals(DocumentHeader.API_VERSION)) {
      complain(
          BindingCode.UNKNOWN_VERSION,
          at == null ? root : at,
          "apiVersion: expected " + DocumentHeader.API_VERSION + ", found \"" + version + "\"",
          null);
    }
  }

  /** Something in the header is not there, is empty, or is of a type that it can't be. */
  private void missing(MappingNode root, String key, String expected, @Nullable String hint) {
    Node at = root.get(key);
    if (at == null || (at instanceof ScalarNode scalar && scalar.value() == null)) {
      String message = key + " is missing: expected " + expected;
      complain(BindingCode.NO_HEADER, at == null ? root : at, message, hint);
    } else {
      String message = key + ": expected " + expected + ", found " + at.describe();
      complain(BindingCode.WRONG_TYPE, at, message, hint);
    }
  }

  private void checkKeys(MappingNode root) {
    Complaints complaints = new Complaints(document.file(), sink);
    List<String> unused = KEYS.stream().filter(key -> root.entry(key) == null).toList();
    for (MappingNode.Entry entry : root.entries()) {
      if (!KEYS.contains(entry.key())) {
        complaints.unknownKey(entry, Place.TOP, unused, KEYS);
      }
    }
  }

  private Metadata metadata(MappingNode root) {
    Node node = root.get("metadata");
    if (!(node instanceof MappingNode written)) {
      missing(root, "metadata", "a mapping with a name", "metadata: {name: …}");
      return new Metadata(DocumentHeader.NO_NAME, Map.of(), Map.of());
    }
    Binding binding = new Binding(plans, document.file(), null, sink);
    if (!(binding.bind(Metadata.class, node) instanceof Metadata metadata)) {
      wrong = true;
      String name = written.text("name");
      return new Metadata(name == null ? DocumentHeader.NO_NAME : name, Map.of(), Map.of());
    }
    checkName(root, metadata.name());
    return metadata;
  }

  private void checkName(MappingNode root, String name) {
    if (Names.isName(name)) {
      return;
    }
    Node at = nameNode(root);
    String better = Names.nearest(name);
    complain(
        BindingCode.BAD_NAME,
        at == null ? root : at,
        "metadata.name: expected 1 to 63 characters a-z, 0-9, - and ., found \"" + name + "\"",
        Names.isName(better) ? "did you mean \"" + better + "\"?" : null);
  }

  private static @Nullable Node nameNode(MappingNode root) {
    return root.get("metadata") instanceof MappingNode metadata ? metadata.get("name") : null;
  }

  private void complain(BindingCode code, Node at, String message, @Nullable String hint) {
    wrong = true;
    sink.accept(Diagnostic.error(code.code(), document.sourceOf(at), message).withHint(hint));
  }
}
