package dev.interlock.changes;

import dev.interlock.changes.trust.EnvelopeReading;
import dev.interlock.changes.trust.KeyRing;
import dev.interlock.changes.trust.Matter;
import dev.interlock.estate.Estate;
import dev.interlock.evidence.Predicate;
import dev.interlock.evidence.PredicateKind;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** All evidence that was given to the gate, each piece judged for whether it counts. */
public final class EvidenceBook {

  private static final Comparator<Stated<?>> OLDEST_FIRST =
      Comparator.comparing((Stated<?> s) -> s.says().at()).thenComparing(s -> s.item().digest());

  private final AsOf asOf;
  private final List<EvidenceItem> items;
  private final Map<PredicateKind, List<Stated<?>>> readable;
  private final Consumer<PredicateKind> asked;
  private final Consumer<EvidenceItem> shown;

  private EvidenceBook(
      AsOf asOf,
      List<EvidenceItem> items,
      Map<PredicateKind, List<Stated<?>>> readable,
      Consumer<PredicateKind> asked,
      Consumer<EvidenceItem> shown) {
    this.asOf = asOf;
    this.items = items;
    this.readable = readable;
    this.asked = asked;
    this.shown = shown;
  }

  private static EvidenceBook of(List<EvidenceItem> items, AsOf asOf) {
    Map<PredicateKind, List<Stated<?>>> readable = new EnumMap<>(PredicateKind.class);
    for (EvidenceItem item : items) {
      Predicate says = item.predicate();
      if (says != null && !says.at().isAfter(asOf.at())) {
        readable
            .computeIfAbsent(PredicateKind.of(says), _ -> new ArrayList<>())
            .add(new Stated<>(says, item));
      }
    }
    readable.values().forEach(list -> list.sort(OLDEST_FIRST));
    return new EvidenceBook(asOf, List.copyOf(items), readable, _ -> {}, _ -> {});
  }

  /**
   * Reads evidence and judges each piece against the estate's trusted keys.
   *
   * @param now evidence that says it was made later does not count and is only listed: at that
   *     instant nobody could have known it
   */
  public static EvidenceBook of(Collection<EvidenceFile> files, Estate estate, Instant now) {
    return of(files, estate, AsOf.named(now));
  }

  /**
   * The same; where the present is judged for, evidence that says it was made later is doubtful,
   * because it is there already.
   */
  public static EvidenceBook of(Collection<EvidenceFile> files, Estate estate, AsOf asOf) {
    EnvelopeReading reading = new EnvelopeReading(KeyRing.of(estate), asOf);
    List<EvidenceItem> items = new ArrayList<>();
    files.stream()
        .sorted(Comparator.comparing(EvidenceFile::name))
        .forEach(file -> items.addAll(reading.read(file)));
    return of(items, asOf);
  }

  /** What it was judged for. */
  public AsOf asOf() {
    return asOf;
  }

  /** The same evidence; the kinds that somebody asks it for are told. */
  public EvidenceBook telling(Consumer<PredicateKind> asked) {
    return new EvidenceBook(asOf, items, readable, asked, shown);
  }

  /**
   * The same evidence; every piece that it gives an asker is told, whether it counts or not. Asked
   * the same, a book of these pieces alone gives the same answers.
   */
  public EvidenceBook showing(Consumer<EvidenceItem> shown) {
    return new EvidenceBook(asOf, items, readable, asked, shown);
  }

  /** What can't be used and may be evidence in a matter, by file. */
  public List<EvidenceItem> doubtful(Matter matter) {
    List<EvidenceItem> found =
        items.stream()
            .filter(item -> !item.isBeyondDoubt() && mayBeIn(matter, item))
            .filter(item -> {
              Doubt doubt = doubt(item);
              return doubt != null && doubt.concerns(matter);
            })
            .toList();
    found.forEach(shown);
    return found;
  }

  private static @Nullable Doubt doubt(EvidenceItem item) {
    return item.standing() instanceof Standing.Untrusted untrusted ? untrusted.doubt() : null;
  }

  private static boolean mayBeIn(Matter matter, EvidenceItem item) {
    Predicate says = item.predicate();
    return says == null || matter.mayHold(says, item.subject());
  }

  /** Every piece, by file. */
  public List<EvidenceItem> items() {
    return items;
  }

  /** What counts of a kind and is about the matter, oldest first. */
  public <P extends Predicate> List<Stated<P>> trusted(
      Class<P> type, java.util.function.Predicate<P> about) {
    return show(type, stated -> about.test(stated.says()) && stated.item().trusted());
  }

  /** What can be read of a kind and is about the matter, but does not count, oldest first. */
  public <P extends Predicate> List<Stated<P>> untrusted(
      Class<P> type, java.util.function.Predicate<P> about) {
    return show(type, stated -> about.test(stated.says()) && !stated.item().trusted());
  }

  private <P extends Predicate> List<Stated<P>> show(
      Class<P> type, java.util.function.Predicate<Stated<P>> asked) {
    List<Stated<P>> found = of(type).stream().filter(asked).toList();
    found.forEach(stated -> shown.accept(stated.item()));
    return found;
  }

  @SuppressWarnings("unchecked") // the map holds under each kind only predicates of its type
  private <P extends Predicate> List<Stated<P>> of(Class<P> type) {
    for (PredicateKind kind : PredicateKind.values()) {
      if (kind.type() == type) {
        asked.accept(kind);
        return (List<Stated<P>>) (List<?>) readable.getOrDefault(kind, List.of());
      }
    }
    throw new IllegalArgumentException(type + " is no kind of evidence");
  }
}
