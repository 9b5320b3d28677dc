package dev.interlock.document.binding;

import dev.interlock.finding.Money;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;

/** The plans of all record types met so far. Safe for use by several threads. */
public final class Plans {

  private static final Map<Class<?>, Scalar<?>> SCALARS =
      Map.ofEntries(
          Map.entry(String.class, new PlainText()),
          Map.entry(boolean.class, new Flag()),
          Map.entry(Boolean.class, new Flag()),
          Map.entry(int.class, new Whole(false)),
          Map.entry(Integer.class, new Whole(false)),
          Map.entry(long.class, new Whole(true)),
          Map.entry(Long.class, new Whole(true)),
          Map.entry(BigDecimal.class, new Decimal()),
          Map.entry(Duration.class, new LengthOfTime()),
          Map.entry(Instant.class, new TimeScalars.AtInstant()),
          Map.entry(LocalDate.class, new TimeScalars.OnDate()),
          Map.entry(LocalTime.class, new TimeScalars.AtTime()),
          Map.entry(YearMonth.class, new TimeScalars.InMonth()),
          Map.entry(ZoneId.class, new ZoneName()),
          Map.entry(Currency.class, new CurrencyCode()));

  private final Map<Class<?>, RecordPlan> plans = new ConcurrentHashMap<>();

  /** The plan of a record type; an unsupported component is a bug. */
  public RecordPlan of(Class<?> type) {
    RecordPlan known = plans.get(type);
    if (known != null) {
      return known;
    }
    RecordPlan made = make(type);
    plans.put(type, made);
    return made;
  }

  /** Writes a value whose text form is the one that is read: times, zones, currencies, money. */
  static void writeText(Object value, JsonGenerator out) {
    switch (value) {
      case Duration _,
          Instant _,
          LocalDate _,
          LocalTime _,
          YearMonth _,
          ZoneId _,
          Currency _,
          Money _ ->
          out.writeString(value.toString());
      default -> throw new IllegalStateException("no way to write " + value.getClass());
    }
  }

  private static RecordPlan make(Class<?> type) {
    RecordComponent[] components = type.getRecordComponents();
    if (components == null) {
      throw new IllegalArgumentException(type + " is no record");
    }
    List<Field> fields = new ArrayList<>(components.length);
    for (RecordComponent component : components) {
      Shape shape = shape(component.getGenericType());
      fields.add(
          new Field(component.getName(), fields.size(), shape, isNullable(component), component));
    }
    return new RecordPlan(type, fields);
  }

  /** Reading annotated types is slow in a cold start, so those that never are null are spared. */
  private static boolean isNullable(RecordComponent component) {
    return !component.getType().isPrimitive()
        && component.getAnnotatedType().isAnnotationPresent(Nullable.class);
  }

  private static Shape shape(Type type) {
    if (type instanceof ParameterizedType generic) {
      Type[] arguments = generic.getActualTypeArguments();
      if (generic.getRawType() == List.class) {
        return new Shape.Listing(shape(arguments[0]));
      }
      if (generic.getRawType() == Map.class && arguments[0] == String.class) {
        return new Shape.Mapping(shape(arguments[1]));
      }
    }
    if (type instanceof Class<?> plain) {
      return plainShape(plain);
    }
    throw new IllegalStateException("no way to read " + type);
  }

  private static Shape plainShape(Class<?> type) {
    Scalar<?> scalar = SCALARS.get(type);
    if (scalar != null) {
      return new Shape.Single(scalar);
    }
    if (type == Money.class) {
      return new Shape.Amount();
    }
    if (type == Object.class) {
      return new Shape.Free();
    }
    if (type.isEnum()) {
      return new Shape.Word(new EnumWords(type));
    }
    if (type.isRecord()) {
      return new Shape.Nested(type);
    }
    throw new IllegalStateException("no way to read " + type);
  }
}
