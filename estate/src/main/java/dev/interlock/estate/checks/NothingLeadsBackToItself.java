package dev.interlock.estate.checks;

import dev.interlock.estate.Entry;
import dev.interlock.estate.Environment;
import dev.interlock.estate.Estate;
import dev.interlock.estate.EstateCode;
import dev.interlock.estate.LegalEntity;
import dev.interlock.estate.Service;
import dev.interlock.estate.Spec;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Dependencies, owners and promotion have a beginning. */
final class NothingLeadsBackToItself implements Check {

  @Override
  public void run(Estate estate, Names names, Report report) {
    check(estate, Service.class, "dependsOn", Service::dependsOn, report);
    check(estate, LegalEntity.class, "parent", entity -> one(entity.parent()), report);
    check(estate, Environment.class, "promotesFrom", env -> one(env.promotesFrom()), report);
  }

  private static List<String> one(@Nullable String name) {
    return name == null ? List.of() : List.of(name);
  }

  private static <S extends Spec> void check(
      Estate estate, Class<S> type, String key, Function<S, List<String>> next, Report report) {
    SortedMap<String, Entry<S>> entries = new TreeMap<>();
    estate.entries(type).forEach(entry -> entries.put(entry.name(), entry));
    Function<String, List<String>> successors =
        name -> {
          Entry<S> entry = entries.get(name);
          return entry == null ? List.of() : next.apply(entry.spec());
        };
    for (List<String> cycle : Cycles.in(entries.keySet(), successors)) {
      Entry<S> first = entries.get(cycle.getFirst());
      if (first != null) {
        String way = String.join(" → ", cycle) + " → " + cycle.getFirst();
        report.add(EstateCode.CYCLE, first.at(key), key + " leads in a circle: " + way);
      }
    }
  }
}
