package dev.interlock.facts.reading;

import dev.interlock.document.Document;
import dev.interlock.document.MappingNode;
import dev.interlock.document.Pieces;
import dev.interlock.facts.Aside;
import dev.interlock.facts.Resource;
import dev.interlock.finding.Diagnostic;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Takes the pieces of one file and hands over the resources among them. */
public final class FileFacts implements Pieces {

  private static final MappingNode NONE = new MappingNode(List.of(), 1, 1);
  private static final int MOST_WAITING = 20_000;
  private static final int MOST_WRONG = 100;

  private final Recognisers recognisers;
  private final Consumer<Resource> sink;
  private final List<Diagnostic> wrong = new ArrayList<>();
  private final List<Document> waiting = new ArrayList<>();
  private final Strangers strangers = new Strangers();
  private final Parts parts = new Parts();
  private Aside aside = Aside.NOTHING;
  private boolean known;
  private long facts;
  private boolean emptyList;
  private Recognised.@Nullable Other other;

  /** Hands over each resource to the sink. */
  public FileFacts(Recognisers recognisers, Consumer<Resource> sink) {
    this.recognisers = recognisers;
    this.sink = sink;
  }

  /** How many resources the file held. */
  public long facts() {
    return facts;
  }

  /** True when something was recognised, even when it gave no resource. */
  boolean isKnown() {
    return known || facts > 0;
  }

  /** What the file told beside resources. */
  Aside aside() {
    return aside;
  }

  /** The documents and elements that were nothing known. */
  Strangers strangers() {
    return strangers;
  }

  /** True when something in the file is a resource or was meant to be one. */
  public boolean isOfFacts() {
    return facts > 0 || !wrong.isEmpty() || isInventory();
  }

  /** What is left out because it is no resource, each with its reason. */
  public List<Diagnostic> leftOut() {
    List<Diagnostic> all = new ArrayList<>(wrong);
    all.addAll(strangers.oneByOne());
    return all;
  }

  /**
   * True when a row says by its id or its type that it is about something in Azure, and yet is no
   * resource.
   */
  boolean isInventory() {
    return strangers.isInventory();
  }

  /** Something known that is no resource, the first such. */
  public Recognised.@Nullable Other other() {
    return other;
  }

  /** True when the file held a list and nothing was in it. */
  boolean isEmptyList() {
    return emptyList;
  }

  /** What is wrong with things that are known. */
  List<Diagnostic> wrong() {
    return wrong;
  }

  @Override
  public boolean leavesOut(String key) {
    return Parts.LEFT_OUT.contains(key);
  }

  @Override
  public void document(Document whole) {
    take(whole, NONE, false);
  }

  @Override
  public void element(Document element, MappingNode envelope) {
    emptyList = false;
    boolean typedLater =
        envelope.get("kind") == null
            && element.root() instanceof MappingNode body
            && body.get("metadata") != null
            && body.get("kind") == null;
    if (typedLater && waiting.size() < MOST_WAITING) {
      waiting.add(element);
    } else {
      take(element, envelope, true);
    }
  }

  @Override
  public void end(Document envelope) {
    MappingNode around = envelope.root() instanceof MappingNode mapping ? mapping : NONE;
    if (parts.isOf(around)) {
      take(new Document(envelope.file(), parts.whole(around)), NONE, false);
      return;
    }
    emptyList = facts + strangers.count() + waiting.size() + wrong.size() == 0 && other == null;
    waiting.forEach(element -> take(element, around, true));
    waiting.clear();
    beside(around, envelope.file());
    Diagnostic pages = Pages.more(around, envelope.file());
    if (pages != null) {
      wrong(pages);
    }
  }

  /** Some apply the list, others the object that holds it; only a plain list is the same to all. */
  private void beside(MappingNode list, String file) {
    String kind = list.text("kind");
    if (list.text("apiVersion") != null && kind != null) {
      String more = ListShape.beside(list);
      if (!kind.endsWith("List")) {
        String message = "this " + kind + " has a list where only a List has one";
        wrong(Problem.LIST_IN_OBJECT.at(list.in(file), message));
      } else if (more != null) {
        String message = "this " + kind + " has \"" + more + "\" beside its list";
        wrong(Problem.LIST_IN_OBJECT.at(list.in(file), message));
      }
    }
  }

  private void take(Document document, MappingNode envelope, boolean row) {
    if (!(document.root() instanceof MappingNode body)) {
      strangers.add(document.root(), document.file(), row);
      return;
    }
    switch (recognisers.recognise(body, envelope, document.file())) {
      case Recognised.Fact(Resource resource) -> {
        facts++;
        sink.accept(row ? resource.inList() : resource);
      }
      case Recognised.Several several -> several(several);
      case Recognised.Part(MappingNode kept) -> {
        if (!parts.add(kept)) {
          wrong(Problem.TOO_MUCH.at(body.in(document.file()), "this plan holds too much"));
        }
      }
      case Recognised.Wrong(Diagnostic diagnostic) -> wrong(diagnostic);
      case Recognised.Other something -> other = other == null ? something : other;
      case Recognised.Nested(List<MappingNode> items) -> {
        emptyList = emptyList || (items.isEmpty() && facts == 0);
        beside(body, document.file());
        items.forEach(item -> take(new Document(document.file(), item), body, true));
      }
      case Recognised.Unknown() -> strangers.add(body, document.file(), row);
    }
  }

  private void several(Recognised.Several several) {
    known = true;
    facts += several.resources().size();
    several.resources().forEach(sink);
    several.diagnostics().forEach(this::wrong);
    aside = aside.and(several.aside());
  }

  private void wrong(Diagnostic diagnostic) {
    if (wrong.size() < MOST_WRONG) {
      wrong.add(diagnostic);
    }
  }
}
