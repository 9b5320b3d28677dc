package dev.interlock.document.binding;

import dev.interlock.document.Doc;
import org.jspecify.annotations.Nullable;

/**
 * Where in a document the binder is, kept as links so that the path is only spelled out when
 * something is wrong there.
 *
 * @param parent null at the top
 * @param step a key, or {@code [3]} for an item of a list
 * @param field the component that holds the value, or null at the top
 */
record Place(@Nullable Place parent, String step, @Nullable Field field) {

  static final Place TOP = new Place(null, "", null);

  Place key(String key, @Nullable Field of) {
    return new Place(this, key, of);
  }

  Place item(int index) {
    return new Place(this, "[" + index + "]", field);
  }

  /** True for a key of the whole. */
  boolean isOutermost() {
    return parent != null && parent.parent == null;
  }

  /** {@code tiers[0].approvals}; empty at the top. */
  String path() {
    String before = parent == null ? "" : parent.path();
    return before.isEmpty() || step.startsWith("[") ? before + step : before + "." + step;
  }

  /** What the component is for, as its author documented it; null without documentation. */
  @Nullable String meaning() {
    Doc doc = field == null ? null : field.doc();
    if (doc == null) {
      return null;
    }
    String example = doc.example().isEmpty() ? "" : " Example: " + doc.example();
    return doc.value() + example;
  }
}
