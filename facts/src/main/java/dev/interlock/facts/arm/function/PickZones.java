package dev.interlock.facts.arm.function;

import dev.interlock.expression.Arguments;
import dev.interlock.expression.Arity;
import dev.interlock.expression.ArrayValue;
import dev.interlock.expression.UnknownValue;
import dev.interlock.expression.Value;
import dev.interlock.expression.Values;
import dev.interlock.facts.arm.scope.TemplateScope;
import java.util.Locale;
import java.util.stream.IntStream;

/**
 * {@code pickZones(provider, type, location, [count], [offset])}: availability zones of a region.
 */
final class PickZones extends Asking {

  private static final int ZONES = 3;

  PickZones() {
    super("pickZones", Arity.of(3, 5));
  }

  @Override
  public Value apply(TemplateScope scope, Arguments arguments) {
    Value unknown = Identifier.unknown(arguments);
    if (unknown != null) {
      return unknown;
    }
    int count = arguments.has(3) ? arguments.int32(3) : 1;
    int offset = arguments.has(4) ? arguments.int32(4) : 0;
    if (count < 1 || offset < 0 || count + offset > ZONES) {
      throw arguments.fail("a region has " + ZONES + " zones");
    }
    String region = arguments.text(2).replace(" ", "").toLowerCase(Locale.ROOT);
    if (ZonalRegions.WITHOUT.contains(region)) {
      return ArrayValue.of();
    }
    if (!ZonalRegions.ALL.contains(region)) {
      return new UnknownValue("whether " + arguments.text(2) + " has zones is not known here");
    }
    String type = arguments.text(0) + "/" + arguments.text(1);
    if (ZonalRegions.GLOBAL.contains(type.toLowerCase(Locale.ROOT))) {
      return ArrayValue.of();
    }
    if (!ZonalRegions.TYPES.contains(type.toLowerCase(Locale.ROOT))) {
      return new UnknownValue("whether " + type + " is put into zones is not known here");
    }
    return new ArrayValue(
        IntStream.rangeClosed(offset + 1, offset + count)
            .mapToObj(zone -> Values.of(String.valueOf(zone)))
            .toList());
  }
}
