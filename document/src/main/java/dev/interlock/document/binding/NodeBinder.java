package dev.interlock.document.binding;

import dev.interlock.document.MappingNode;
import dev.interlock.document.Node;
import dev.interlock.document.ScalarNode;
import dev.interlock.document.SequenceNode;
import dev.interlock.finding.Money;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads the nodes of one document into records. */
final class NodeBinder {

  /** Stands for a value that could not be read and was complained about. */
  private enum Failed {
    FAILED
  }

  private final Plans plans;
  private final Complaints complaints;
  private final @Nullable StandIns standIns;

  /**
   * @param standIns what to put where nothing can be read; null to give up there
   */
  NodeBinder(Plans plans, Complaints complaints, @Nullable StandIns standIns) {
    this.plans = plans;
    this.complaints = complaints;
    this.standIns = standIns;
  }

  /** The record, or null when it can't be built. */
  @Nullable Object top(Class<?> type, Node node) {
    Object value = nested(type, node, Place.TOP);
    if (!(value instanceof Failed)) {
      return value;
    }
    if (standIns != null) {
      standIns.loseAll();
    }
    return null;
  }

  private @Nullable Object bind(Shape shape, Node node, Place place) {
    Object value = read(shape, node, place);
    return value instanceof Failed ? failed(shape, place) : value;
  }

  private Object failed(Shape shape, Place place) {
    Object standIn = standIns == null ? null : standIns.at(shape, place);
    return standIn == null ? Failed.FAILED : standIn;
  }

  private @Nullable Object read(Shape shape, Node node, Place place) {
    return switch (shape) {
      case Shape.Single single -> single(single.scalar(), node, place);
      case Shape.Word word -> word(word.words(), node, place);
      case Shape.Amount _ -> amount(node, place);
      case Shape.Listing listing -> list(listing.item(), node, place);
      case Shape.Mapping mapping -> map(mapping.value(), node, place);
      case Shape.Nested nested -> nested(nested.type(), node, place);
      case Shape.Free _ -> FreeForm.of(node);
    };
  }

  private Object single(Scalar<?> scalar, Node node, Place place) {
    if (!(node instanceof ScalarNode written) || !scalar.accepts(written.value())) {
      String hint = node instanceof ScalarNode other ? scalar.hint(other) : null;
      complaints.wrongType(node, place, scalar.expected(), hint);
      return Failed.FAILED;
    }
    Object value = scalar.read(written);
    if (value == null) {
      complaints.unreadable(node, place, scalar.expected(), scalar.hint(written));
      return Failed.FAILED;
    }
    return value;
  }

  private Object word(EnumWords words, Node node, Place place) {
    if (!(node instanceof ScalarNode written) || !(written.value() instanceof String text)) {
      complaints.wrongType(node, place, "one of " + String.join(", ", words.words()), null);
      return Failed.FAILED;
    }
    Enum<?> constant = words.parse(text);
    if (constant == null) {
      complaints.unknownWord(written, place, words.words());
      return Failed.FAILED;
    }
    return constant;
  }

  private Object amount(Node node, Place place) {
    if (!(node instanceof MappingNode)) {
      return single(new AmountText(), node, place);
    }
    return nested(MoneyParts.class, node, place) instanceof MoneyParts parts
        ? new Money(parts.amount(), parts.currency())
        : Failed.FAILED;
  }

  private Object list(Shape shape, Node node, Place place) {
    if (!(node instanceof SequenceNode sequence)) {
      String hint = node instanceof ScalarNode one ? "write a list: [" + one.text() + "]" : null;
      complaints.wrongType(node, place, "a list", hint);
      return Failed.FAILED;
    }
    List<@Nullable Object> values = new ArrayList<>(sequence.items().size());
    boolean whole = true;
    for (Node item : sequence.items()) {
      Object value = bind(shape, item, place.item(values.size()));
      whole &= !(value instanceof Failed);
      values.add(value);
    }
    return whole ? Collections.unmodifiableList(values) : Failed.FAILED;
  }

  private Object map(Shape shape, Node node, Place place) {
    if (!(node instanceof MappingNode mapping)) {
      complaints.wrongType(node, place, "a mapping", null);
      return Failed.FAILED;
    }
    Map<String, @Nullable Object> values = new LinkedHashMap<>();
    boolean whole = true;
    for (MappingNode.Entry entry : mapping.entries()) {
      Object value = bind(shape, entry.value(), place.key(entry.key(), place.field()));
      whole &= !(value instanceof Failed);
      values.put(entry.key(), value);
    }
    return whole ? Collections.unmodifiableMap(values) : Failed.FAILED;
  }

  private Object nested(Class<?> type, Node node, Place place) {
    if (!(node instanceof MappingNode mapping)) {
      complaints.wrongType(node, place, "a mapping", null);
      return Failed.FAILED;
    }
    RecordPlan plan = plans.of(type);
    @Nullable Object[] values = new Object[plan.fields().size()];
    int before = needed();
    boolean whole = true;
    for (MappingNode.Entry entry : mapping.entries()) {
      Field field = plan.field(entry.key());
      if (field == null) {
        unknownKey(plan, mapping, entry, place);
      } else {
        values[field.index()] = value(field, entry.value(), place);
        whole &= !(values[field.index()] instanceof Failed);
      }
    }
    whole &= fillAbsent(plan, mapping, values, place);
    return whole ? construct(plan, values, node, place, needed() > before) : Failed.FAILED;
  }

  /** Nothing written after a key is the same as no key, where that may be absent. */
  private @Nullable Object value(Field field, Node node, Place place) {
    boolean nothing = node instanceof ScalarNode scalar && scalar.value() == null;
    if (nothing && !field.required()) {
      return field.whenAbsent();
    }
    Place here = place.key(field.name(), field);
    if (nothing) {
      complaints.wrongType(node, here, Expected.of(field.shape()), null);
      return failed(field.shape(), here);
    }
    int before = needed();
    Object value = bind(field.shape(), node, here);
    boolean whole = !(value instanceof Failed) && needed() == before;
    return !whole && field.nullable() && standIns != null && standIns.leaveOut(before)
        ? null
        : value;
  }

  private int needed() {
    return standIns == null ? 0 : standIns.needed();
  }

  private boolean fillAbsent(
      RecordPlan plan, MappingNode mapping, @Nullable Object[] values, Place place) {
    boolean whole = true;
    for (Field field : plan.fields()) {
      if (values[field.index()] != null) {
        continue;
      }
      if (!field.required()) {
        values[field.index()] = field.whenAbsent();
      } else if (mapping.entry(field.name()) == null) {
        Place missing = place.key(field.name(), field);
        complaints.missing(mapping, missing, Expected.of(field.shape()));
        values[field.index()] = failed(field.shape(), missing);
        whole &= !(values[field.index()] instanceof Failed);
      }
    }
    return whole;
  }

  private Object construct(
      RecordPlan plan, @Nullable Object[] values, Node node, Place place, boolean guessed) {
    try {
      return plan.construct(values);
    } catch (IllegalArgumentException refused) {
      if (!guessed) {
        complaints.contradiction(node, place, String.valueOf(refused.getMessage()));
      }
      return Failed.FAILED;
    }
  }

  private void unknownKey(
      RecordPlan plan, MappingNode mapping, MappingNode.Entry entry, Place place) {
    List<String> known = plan.fields().stream().map(Field::name).toList();
    List<String> unused = known.stream().filter(name -> mapping.entry(name) == null).toList();
    complaints.unknownKey(entry, place, unused, known);
  }
}
