package dev.interlock.guardrails.cel;

import com.google.errorprone.annotations.Immutable;
import com.google.re2j.Pattern;
import dev.cel.common.exceptions.CelInvalidArgumentException;
import dev.cel.runtime.CelFunctionBinding;
import dev.cel.runtime.CelRuntimeBuilder;
import dev.cel.runtime.CelRuntimeLibrary;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/**
 * {@code matches} as the CEL specification says (RE2, found anywhere in the text), with patterns
 * compiled once. The standard binding compiles at every call, which was a quarter of the time a
 * large file took.
 */
@Immutable
final class MatchesLibrary implements CelRuntimeLibrary {

  /**
   * Patterns are nearly always literals of controls; those computed from resources must not pile
   * up.
   */
  private static final int MAX_KEPT = 1_000;

  private final int maxProgram;

  @SuppressWarnings("Immutable") // a cache: what it answers never changes
  private final ConcurrentMap<String, Pattern> compiled = new ConcurrentHashMap<>();

  /**
   * The binding.
   *
   * @param maxProgram instructions that a compiled pattern may have
   */
  MatchesLibrary(int maxProgram) {
    this.maxProgram = maxProgram;
  }

  @Override
  public void setRuntimeOptions(CelRuntimeBuilder runtime) {
    runtime.addFunctionBindings(
        CelFunctionBinding.fromOverloads(
            "matches",
            CelFunctionBinding.from("matches", String.class, String.class, this::matches),
            CelFunctionBinding.from("matches_string", String.class, String.class, this::matches)));
  }

  private Object matches(String text, String pattern) {
    try {
      return pattern(pattern).matcher(text).find();
    } catch (RuntimeException e) {
      throw new CelInvalidArgumentException(e);
    }
  }

  private Pattern pattern(String text) {
    Pattern known = compiled.get(text);
    if (known != null) {
      return known;
    }
    Pattern pattern = Pattern.compile(text);
    if (pattern.programSize() > maxProgram) {
      throw new IllegalArgumentException(
          "a pattern may have "
              + maxProgram
              + " instructions, this one has "
              + pattern.programSize());
    }
    if (compiled.size() < MAX_KEPT) {
      compiled.put(text, pattern);
    }
    return pattern;
  }
}
