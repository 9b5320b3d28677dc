package dev.interlock.estate.checks;

import dev.interlock.estate.EstateCode;
import dev.interlock.estate.Kind;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A name stands for one document of its kind; both places are told. */
final class NamesAreUnique {

  private record Key(Kind kind, String name) {}

  private final List<Declared> declared;

  NamesAreUnique(List<Declared> declared) {
    this.declared = declared;
  }

  void run(Report report) {
    Map<Key, Declared> first = new HashMap<>();
    for (Declared one : declared) {
      Declared earlier = first.putIfAbsent(new Key(one.kind(), one.name()), one);
      if (earlier != null) {
        report.add(
            EstateCode.DUPLICATE_NAME,
            one.source(),
            one.kind().word() + " \"" + one.name() + "\" is already defined at " + earlier.source(),
            "rename one of them, or delete it");
      }
    }
  }
}
