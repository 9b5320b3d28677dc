package dev.interlock.cli.remote;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * An object in an answer. What should be there and is not, or is something else, makes the answer
 * none of Interlock's.
 *
 * @param values by name
 * @param server who answered
 */
public record Part(Map<String, @Nullable Object> values, String server) {

  static Part of(@Nullable Object value, String server) {
    if (!(value instanceof Map<?, ?> map)) {
      throw Json.notUnderstood(server);
    }
    Map<String, @Nullable Object> values = new LinkedHashMap<>();
    map.forEach((name, each) -> values.put(String.valueOf(name), each));
    return new Part(values, server);
  }

  static List<Part> list(@Nullable Object value, String server) {
    if (!(value instanceof List<?> list)) {
      throw Json.notUnderstood(server);
    }
    List<Part> parts = new ArrayList<>();
    list.forEach(each -> parts.add(of(each, server)));
    return parts;
  }

  /** A text that must be there. */
  public String text(String name) {
    String text = textOrNull(name);
    if (text == null) {
      throw Json.notUnderstood(server);
    }
    return text;
  }

  /** A text, or null when there is none. */
  public @Nullable String textOrNull(String name) {
    return switch (values.get(name)) {
      case null -> null;
      case String text -> text;
      default -> throw Json.notUnderstood(server);
    };
  }

  /** A number that must be there. */
  public long number(String name) {
    return switch (values.get(name)) {
      case Number number -> number.longValue();
      case null, default -> throw Json.notUnderstood(server);
    };
  }

  /** True or false, which must be there. */
  public boolean flag(String name) {
    return switch (values.get(name)) {
      case Boolean flag -> flag;
      case null, default -> throw Json.notUnderstood(server);
    };
  }

  /** An instant that must be there. */
  public Instant instant(String name) {
    return read(text(name), Instant::parse);
  }

  /** An instant, or null when there is none. */
  public @Nullable Instant instantOrNull(String name) {
    String text = textOrNull(name);
    return text == null ? null : read(text, Instant::parse);
  }

  /** Refuses an answer whose parts contradict each other. */
  public void require(boolean sound) {
    if (!sound) {
      throw Json.notUnderstood(server);
    }
  }

  /** A word that stands for something of ours. */
  public <T> T word(String name, Function<String, T> meaning) {
    return read(text(name), meaning);
  }

  private <T> T read(String text, Function<String, T> meaning) {
    try {
      return meaning.apply(text);
    } catch (DateTimeException | IllegalArgumentException _) {
      throw Json.notUnderstood(server);
    }
  }

  /** An object that must be there. */
  public Part part(String name) {
    return of(values.get(name), server);
  }

  /** An object, or null when there is none. */
  public @Nullable Part partOrNull(String name) {
    return values.get(name) == null ? null : part(name);
  }

  /** Objects; none when the list is not there. */
  public List<Part> parts(String name) {
    return values.get(name) == null ? List.of() : list(values.get(name), server);
  }

  /** Texts; none when the list is not there. */
  public List<String> texts(String name) {
    if (values.get(name) == null) {
      return List.of();
    }
    if (!(values.get(name) instanceof List<?> list)) {
      throw Json.notUnderstood(server);
    }
    return list.stream().map(String::valueOf).toList();
  }
}
