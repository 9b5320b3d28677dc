package dev.interlock.estate.loading;

import dev.interlock.document.Document;
import dev.interlock.document.DocumentHeader;
import dev.interlock.document.MappingNode;
import dev.interlock.document.RecordBinder;
import dev.interlock.estate.EstateCode;
import dev.interlock.estate.Kind;
import dev.interlock.finding.Diagnostic;
import dev.interlock.finding.Suggestion;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Tells what a document is, and reads it when it is part of the estate. */
final class DocumentSorter {

  /** Kinds of ours that are no part of an estate but may lie beside it. */
  private static final Set<String> ELSEWHERE = Set.of("Change");

  private final RecordBinder binder;

  DocumentSorter(RecordBinder binder) {
    this.binder = binder;
  }

  void sort(Document document, FileContent into) {
    if (!(document.root() instanceof MappingNode root)) {
      nameless(document, "is " + document.root().describe() + " and no part of an estate", into);
      return;
    }
    String kind = root.text("kind");
    String version = root.text("apiVersion");
    if (isOurs(kind, version)) {
      if (kind == null || !ELSEWHERE.contains(kind)) {
        into.ours = true;
        read(document, root, into);
      }
    } else if (kind == null || version == null) {
      nameless(document, "has " + lacking(kind, version), into);
    } else {
      into.foreign.add(version + " " + kind);
    }
  }

  private static String lacking(@Nullable String kind, @Nullable String version) {
    if (kind == null && version == null) {
      return "neither apiVersion nor kind";
    }
    return kind == null ? "no kind" : "no apiVersion";
  }

  private static void nameless(Document document, String what, FileContent into) {
    into.nameless.add(new FileContent.Nameless(document.sourceOf(document.root()), what));
  }

  /** Of ours is also what would be but for a mistyped or forgotten apiVersion. */
  private static boolean isOurs(@Nullable String kind, @Nullable String version) {
    if (version != null && version.startsWith("interlock.dev/")) {
      return true;
    }
    boolean ourKind = kind != null && Kind.parse(kind).isPresent();
    List<String> right = List.of(DocumentHeader.API_VERSION);
    return ourKind && (version == null || Suggestion.nearest(version, right).isPresent());
  }

  private void read(Document document, MappingNode root, FileContent into) {
    Optional<DocumentHeader> header = binder.headerDraft(document, into.diagnostics::add);
    String word = root.text("kind");
    Optional<Kind> kind = word == null ? Optional.empty() : Kind.parse(word);
    if (word != null && kind.isEmpty()) {
      into.diagnostics.add(unknownKind(document, root, word));
    }
    if (header.isPresent() && kind.isPresent()) {
      into.documents.add(bind(document, header.get(), kind.get(), into));
    }
  }

  private ReadDocument bind(Document document, DocumentHeader header, Kind kind, FileContent into) {
    var spec = binder.draft(kind.spec(), header.spec(), document.file(), into.diagnostics::add);
    return new ReadDocument(kind, header, spec);
  }

  private static Diagnostic unknownKind(Document document, MappingNode root, String word) {
    List<String> kinds = new ArrayList<>(ELSEWHERE);
    for (Kind kind : Kind.values()) {
      kinds.add(kind.word());
    }
    var node = root.get("kind");
    return Diagnostic.error(
            EstateCode.UNKNOWN_KIND.code(),
            document.sourceOf(node == null ? root : node),
            "kind: expected a kind of an estate, found \"" + word + "\"")
        .withHint(Suggestion.didYouMean(word, kinds).orElse("known: " + String.join(", ", kinds)));
  }
}
