package dev.interlock.guardrails.view;

import com.google.errorprone.annotations.Immutable;
import dev.interlock.estate.Estate;
import dev.interlock.estate.Kind;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The estate, as CEL sees it: {@code estate.services["odoo"].owner}. */
@Immutable
@SuppressWarnings("Immutable") // an estate is never changed once it is loaded
public final class EstateView extends MapValue {

  private final Estate estate;
  private final Absences absences;
  private final Map<Kind, MapValue> byKind = new HashMap<>();

  /** A view of an estate; documents are read when they are asked for. */
  public EstateView(Estate estate, Absences absences) {
    this.estate = estate;
    this.absences = absences;
  }

  /** The properties of {@code estate}: the kinds of documents in the plural. */
  public static List<String> properties() {
    return Arrays.stream(Kind.values()).map(EstateView::plural).toList();
  }

  @Override
  protected @Nullable Object lookup(String key) {
    for (Kind kind : Kind.values()) {
      if (plural(kind).equals(key)) {
        return byKind.computeIfAbsent(kind, Documents::new);
      }
    }
    return null;
  }

  @Override
  protected Collection<String> keys() {
    return properties();
  }

  @Override
  protected String missing(String key) {
    return absences.note("estate." + key, null);
  }

  private static String plural(Kind kind) {
    String word = Character.toLowerCase(kind.word().charAt(0)) + kind.word().substring(1);
    if (word.endsWith("y")) {
      return word.substring(0, word.length() - 1) + "ies";
    }
    return word + (word.endsWith("s") ? "es" : "s");
  }

  /** All documents of one kind, by name. */
  @Immutable
  @SuppressWarnings("Immutable")
  private final class Documents extends MapValue {

    private final Kind kind;
    private final Map<String, RecordView> read = new HashMap<>();

    private Documents(Kind kind) {
      this.kind = kind;
    }

    @Override
    protected @Nullable Object lookup(String name) {
      RecordView known = read.get(name);
      if (known != null) {
        return known;
      }
      for (dev.interlock.estate.Entry<?> entry : estate.entries(kind)) {
        if (entry.name().equals(name) && entry.spec() instanceof Record spec) {
          RecordView view = new RecordView(path(name), name, spec, absences);
          read.put(name, view);
          return view;
        }
      }
      return null;
    }

    @Override
    protected Collection<String> keys() {
      return estate.names(kind);
    }

    @Override
    protected String missing(String name) {
      return absences.note(path(name), null);
    }

    private String path(String name) {
      return "estate." + plural(kind) + Location.step(name);
    }
  }
}
