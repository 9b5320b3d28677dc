package dev.interlock.guardrails.azurepolicy.check;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interlock.expression.ObjectValue;
import dev.interlock.expression.UnknownValue;
import dev.interlock.expression.Value;
import dev.interlock.expression.Values;
import dev.interlock.guardrails.azurepolicy.effect.RelatedQuery;
import dev.interlock.guardrails.azurepolicy.rule.Subject;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The index finds what looking at every resource finds. */
class RelatedIndexTest {

  private static final List<String> TYPES =
      List.of(
          "Microsoft.KeyVault/vaults",
          "Microsoft.KeyVault/vaults/secrets",
          "Microsoft.Insights/diagnosticSettings",
          "Microsoft.Sql/servers");

  private final Random random = new Random(7);

  @Test
  void it_finds_what_fits_wherever_it_is() {
    int found = 0;
    for (int round = 0; round < 200; round++) {
      List<Subject> all = new ArrayList<>();
      RelatedIndex index = new RelatedIndex();
      for (int i = 0; i < 40; i++) {
        Subject subject = subject();
        all.add(subject);
        index.add(subject);
      }
      for (Subject of : all) {
        RelatedQuery query =
            new RelatedQuery(of, one(TYPES), name(), group(), random.nextInt(4) == 0);
        List<Subject> expected = all.stream().filter(query::fits).toList();
        assertThat(new HashSet<>(index.find(query))).isEqualTo(new HashSet<>(expected));
        found += expected.size();
      }
    }
    assertThat(found).isGreaterThan(1000);
  }

  @Test
  void what_is_in_an_unknown_place_may_be_another() {
    Subject known = at(Values.of("/subscriptions/s/resourceGroups/rg/providers/A.B/c/d"));
    Subject later = at(new UnknownValue("later"));
    assertThat(query(known).mayBeAnother(later)).isTrue();
    assertThat(query(later).mayBeAnother(known)).isTrue();
    assertThat(query(known).mayBeAnother(known)).isFalse();
    assertThat(query(known).mayBeAnother(new Subject(ObjectValue.EMPTY, null))).isFalse();
  }

  private static RelatedQuery query(Subject of) {
    return new RelatedQuery(of, "A.B/c", null, null, true);
  }

  private static Subject at(Value id) {
    return new Subject(ObjectValue.of(Map.of("id", id)), null);
  }

  private Subject subject() {
    String subscription = "/subscriptions/" + one(List.of("s", "s", "other"));
    String group = subscription + "/resourceGroups/" + one(List.of("rg", "RG", "other"));
    String vault = group + "/providers/Microsoft.KeyVault/vaults/" + one(List.of("a", "A", "b"));
    String type = one(TYPES);
    String id =
        switch (type) {
          case "Microsoft.KeyVault/vaults" -> vault;
          case "Microsoft.KeyVault/vaults/secrets" -> vault + "/secrets/" + one(List.of("a", "x"));
          case "Microsoft.Sql/servers" -> group + "/providers/Microsoft.Sql/servers/a";
          default -> vault + "/providers/Microsoft.Insights/diagnosticSettings/x";
        };
    Map<String, Value> body = new LinkedHashMap<>();
    body.put("id", random.nextInt(6) == 0 ? new UnknownValue("later") : Values.of(id));
    body.put("type", Values.of(type));
    body.put("name", Values.of(id.substring(id.lastIndexOf('/') + 1)));
    return new Subject(ObjectValue.of(body), null);
  }

  private @Nullable String name() {
    List<String> names = List.of("a", "A/x", "x", "?", "a/?", "b");
    return random.nextBoolean() ? null : one(names);
  }

  private @Nullable String group() {
    return random.nextInt(3) == 0 ? "rg" : null;
  }

  private <T> T one(List<T> of) {
    return of.get(random.nextInt(of.size()));
  }
}
