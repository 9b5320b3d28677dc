package dev.interlock.guardrails.cel;

import com.google.common.collect.ImmutableCollection;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import com.google.errorprone.annotations.Immutable;
import dev.cel.common.types.CelType;
import dev.cel.common.types.CelTypeProvider;
import dev.cel.common.types.MapType;
import dev.cel.common.types.SimpleType;
import dev.cel.common.types.StructType;
import dev.interlock.estate.Environment;
import dev.interlock.guardrails.view.EstateView;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.Collection;
import java.util.Optional;

/** The types of variables with known properties, so that a misspelt property is found at load. */
@Immutable
final class EstateTypes implements CelTypeProvider {

  static final String SUBJECT = "interlock.Subject";
  static final String ENVIRONMENT = "interlock.Environment";
  static final String ESTATE = "interlock.Estate";

  private final ImmutableMap<String, CelType> types;

  EstateTypes() {
    ImmutableSet.Builder<String> environment = ImmutableSet.<String>builder().add("name");
    Arrays.stream(Environment.class.getRecordComponents())
        .map(RecordComponent::getName)
        .forEach(environment::add);
    CelType documents = MapType.create(SimpleType.STRING, SimpleType.DYN);
    types =
        ImmutableMap.of(
            SUBJECT,
            struct(SUBJECT, ImmutableSet.of("plane", "type", "id", "name"), SimpleType.STRING),
            ENVIRONMENT,
            struct(ENVIRONMENT, environment.build(), SimpleType.DYN),
            ESTATE,
            struct(ESTATE, EstateView.properties(), documents));
  }

  /** The properties of a type, or nothing when it is none of these. */
  ImmutableSet<String> properties(String type) {
    return types.get(type) instanceof StructType struct ? struct.fieldNames() : ImmutableSet.of();
  }

  @Override
  public ImmutableCollection<CelType> types() {
    return types.values();
  }

  @Override
  public Optional<CelType> findType(String name) {
    return Optional.ofNullable(types.get(name));
  }

  @SuppressWarnings("Immutable") // a constant
  private static StructType struct(String name, Collection<String> properties, CelType type) {
    return StructType.create(name, ImmutableSet.copyOf(properties), _ -> Optional.of(type));
  }
}
