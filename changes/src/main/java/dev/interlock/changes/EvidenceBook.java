package dev.interlock.changes;

import dev.interlock.changes.trust.EvidenceIndex;
import dev.interlock.changes.trust.Matter;
import dev.interlock.estate.Estate;
import dev.interlock.evidence.Predicate;
import dev.interlock.evidence.PredicateKind;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** All evidence that was given to the gate, each piece judged for whether it counts. */
public final class EvidenceBook {

  private final AsOf asOf;
  private final List<EvidenceItem> items;
  private final EvidenceIndex index;
  private final Map<PredicateKind, Statements<?>> readable;
  private final Consumer<PredicateKind> asked;
  private final Consumer<EvidenceItem> shown;

  private EvidenceBook(
      AsOf asOf,
      List<EvidenceItem> items,
      EvidenceIndex index,
      Map<PredicateKind, Statements<?>> readable,
      Consumer<PredicateKind> asked,
      Consumer<EvidenceItem> shown) {
    this.asOf = asOf;
    this.items = items;
    this.index = index;
    this.readable = readable;
    this.asked = asked;
    this.shown = shown;
  }

  /** A book of these pieces, by file. */
  static EvidenceBook of(List<EvidenceItem> items, AsOf asOf) {
    Map<PredicateKind, List<Stated<Predicate>>> readable = new EnumMap<>(PredicateKind.class);
    for (EvidenceItem item : items) {
      Predicate says = item.predicate();
      if (says != null && !says.at().isAfter(asOf.at())) {
        readable
            .computeIfAbsent(PredicateKind.of(says), _ -> new ArrayList<>())
            .add(new Stated<>(says, item));
      }
    }
    Map<PredicateKind, Statements<?>> statements = new EnumMap<>(PredicateKind.class);
    readable.forEach((kind, stated) -> statements.put(kind, Statements.of(stated)));
    return new EvidenceBook(
        asOf, List.copyOf(items), new EvidenceIndex(items), statements, _ -> {}, _ -> {});
  }

  /** Evidence as an estate sees it at an instant, see {@link EvidenceReader}. */
  public static EvidenceBook of(Collection<EvidenceFile> files, Estate estate, Instant now) {
    return new EvidenceReader(estate).read(files, now);
  }

  /** The same. */
  public static EvidenceBook of(Collection<EvidenceFile> files, Estate estate, AsOf asOf) {
    return new EvidenceReader(estate).read(files, asOf);
  }

  /** What it was judged for. */
  public AsOf asOf() {
    return asOf;
  }

  /** The same evidence; the kinds that somebody asks it for are told. */
  public EvidenceBook telling(Consumer<PredicateKind> asked) {
    return new EvidenceBook(asOf, items, index, readable, asked, shown);
  }

  /**
   * The same evidence; every piece that it gives an asker is told, whether it counts or not. Asked
   * the same, a book of these pieces alone gives the same answers.
   */
  public EvidenceBook showing(Consumer<EvidenceItem> shown) {
    return new EvidenceBook(asOf, items, index, readable, asked, shown);
  }

  /** What in a matter can't be used and may be bad news. */
  public Doubts doubts(Matter matter) {
    return new Doubts(items, index.in(matter), matter, shown);
  }

  /** Every piece, by file. */
  public List<EvidenceItem> items() {
    return items;
  }

  /** What counts of a kind and is about the matter, oldest first. */
  public <P extends Predicate> List<Stated<P>> trusted(
      Class<P> type, java.util.function.Predicate<P> about) {
    return show(of(type).all(), s -> about.test(s.says()) && s.item().trusted());
  }

  /**
   * The same, among what says that it is about a subject.
   *
   * @param subject SHA-256 in hex
   */
  public <P extends Predicate> List<Stated<P>> trusted(
      Class<P> type, String subject, java.util.function.Predicate<P> about) {
    return show(of(type).about(subject), s -> about.test(s.says()) && s.item().trusted());
  }

  /** What can be read of a kind and is about the matter, but does not count, oldest first. */
  public <P extends Predicate> List<Stated<P>> untrusted(
      Class<P> type, java.util.function.Predicate<P> about) {
    return show(of(type).all(), s -> about.test(s.says()) && !s.item().trusted());
  }

  /**
   * The same, among what says that it is about a subject.
   *
   * @param subject SHA-256 in hex
   */
  public <P extends Predicate> List<Stated<P>> untrusted(
      Class<P> type, String subject, java.util.function.Predicate<P> about) {
    return show(of(type).about(subject), s -> about.test(s.says()) && !s.item().trusted());
  }

  private <P extends Predicate> List<Stated<P>> show(
      List<Stated<P>> among, java.util.function.Predicate<Stated<P>> asked) {
    List<Stated<P>> found = new ArrayList<>();
    for (Stated<P> stated : among) {
      if (asked.test(stated)) {
        found.add(stated);
        shown.accept(stated.item());
      }
    }
    return found;
  }

  @SuppressWarnings("unchecked") // the map holds under each kind only predicates of its type
  private <P extends Predicate> Statements<P> of(Class<P> type) {
    PredicateKind kind = PredicateKind.ofType(type);
    asked.accept(kind);
    return (Statements<P>) readable.getOrDefault(kind, Statements.NONE);
  }
}
