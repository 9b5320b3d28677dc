package dev.interlock.usecases;

import dev.interlock.evidence.DecisionRecord;
import dev.interlock.evidence.DecisionRecord.ContactRecord;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What is not the same in two records of one decision: only that, with short digests. */
final class DecisionDifferences {

  private static final Pattern LONG_HEX = Pattern.compile("([0-9a-f]{12})[0-9a-f]{20,}");

  private final List<String> found = new ArrayList<>();

  private DecisionDifferences() {}

  /** One sentence for each difference. The version is none: every build may derive. */
  static List<String> between(DecisionRecord recorded, DecisionRecord derived) {
    DecisionDifferences all = new DecisionDifferences();
    all.header(recorded, derived);
    all.evidence(recorded.evidence(), derived.evidence());
    all.lists("reason of the tier", recorded.tierReasons(), derived.tierReasons());
    all.contacts(recorded.contacts(), derived.contacts());
    return all.found;
  }

  /** Digests in a text cut to their first digits. */
  static String brief(String text) {
    return LONG_HEX.matcher(text).replaceAll("$1…");
  }

  private void header(DecisionRecord recorded, DecisionRecord derived) {
    value("change", recorded.change(), derived.change());
    value("digest of the change", recorded.changeDigest(), derived.changeDigest());
    value("environment", recorded.environment(), derived.environment());
    value("digest of the estate", recorded.estateDigest(), derived.estateDigest());
    value("instant", recorded.at(), derived.at());
    value("tier", recorded.tier(), derived.tier());
    value("decision", recorded.decision(), derived.decision());
    value("notBefore", recorded.notBefore(), derived.notBefore());
    value("expires", recorded.expires(), derived.expires());
  }

  private void evidence(Map<String, String> recorded, Map<String, String> derived) {
    TreeSet<String> names = new TreeSet<>(recorded.keySet());
    names.addAll(derived.keySet());
    names.forEach(name -> value("evidence " + name, recorded.get(name), derived.get(name)));
  }

  private void lists(String what, List<String> recorded, List<String> derived) {
    recorded.stream().filter(one -> !derived.contains(one)).forEach(one -> value(what, one, null));
    derived.stream().filter(one -> !recorded.contains(one)).forEach(one -> value(what, null, one));
    boolean sameOnes = recorded.containsAll(derived) && derived.containsAll(recorded);
    if (sameOnes && !recorded.equals(derived)) {
      found.add(what + ": in another order or number");
    }
  }

  private void contacts(List<ContactRecord> recorded, List<ContactRecord> derived) {
    for (int i = 0; i < Math.max(recorded.size(), derived.size()); i++) {
      if (i >= derived.size()) {
        value("contact", recorded.get(i).name(), null);
      } else if (i >= recorded.size()) {
        value("contact", null, derived.get(i).name());
      } else {
        contact(recorded.get(i), derived.get(i));
      }
    }
  }

  private void contact(ContactRecord recorded, ContactRecord derived) {
    String what = "contact " + recorded.name();
    value("name of " + what, recorded.name(), derived.name());
    value(what, recorded.state(), derived.state());
    value(what + ", reason", recorded.reason(), derived.reason());
    value(what + ", closes at", recorded.closesAt(), derived.closesAt());
    lists(what + ", evidence", recorded.evidence(), derived.evidence());
  }

  private void value(String what, @Nullable Object recorded, @Nullable Object derived) {
    if (!Objects.equals(recorded, derived)) {
      found.add(what + ": recorded " + words(recorded) + ", derived " + words(derived));
    }
  }

  private static String words(@Nullable Object value) {
    return value == null ? "none" : brief(value.toString());
  }
}
