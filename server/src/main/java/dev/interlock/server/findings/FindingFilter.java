package dev.interlock.server.findings;

import dev.interlock.changes.RegisteredChange;
import dev.interlock.finding.Finding;
import dev.interlock.finding.Severity;
import dev.interlock.finding.Subject;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Which findings; null means any.
 *
 * @param severity exactly this one
 * @param control name of the rule
 * @param environment to which the change goes
 * @param state what it came to
 * @param change name of the change
 * @param text part of what is judged: its type, name or id, in any letter case
 */
public record FindingFilter(
    @Nullable Severity severity,
    @Nullable String control,
    @Nullable String environment,
    @Nullable FindingState state,
    @Nullable String change,
    @Nullable Pattern text) {

  /** Words of an address; nothing or a blank means any. */
  public record Words(
      @Nullable String severity,
      @Nullable String control,
      @Nullable String environment,
      @Nullable String state,
      @Nullable String change,
      @Nullable String q) {

    /**
     * What they mean.
     *
     * @throws dev.interlock.usecases.InputRejected when one of them is no word of ours
     */
    public FindingFilter filter() {
      String text = given(q);
      return new FindingFilter(
          FilterWord.of("severity", given(severity), Severity.values(), Severity::word),
          given(control),
          given(environment),
          FilterWord.of("state", given(state), FindingState.values(), FindingState::word),
          given(change),
          text == null ? null : part(text));
    }

    /** Whether everything is asked for. */
    public boolean any() {
      return filter().equals(new FindingFilter(null, null, null, null, null, null));
    }

    private static Pattern part(String text) {
      return Pattern.compile(Pattern.quote(text), Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    }

    private static @Nullable String given(@Nullable String word) {
      return word == null || word.isBlank() ? null : word.strip();
    }
  }

  /** Whether findings of the change are asked for. */
  boolean passes(RegisteredChange each) {
    return (change == null || change.equals(each.name()))
        && (environment == null || environment.equals(each.version().environment()));
  }

  /** Whether the finding is asked for, whichever change it is of. */
  boolean passes(Finding finding) {
    return (severity == null || severity == finding.severity())
        && (control == null || control.equals(finding.control()))
        && (state == null || state == FindingState.of(finding))
        && (text == null || says(finding.subject(), text));
  }

  private static boolean says(Subject subject, Pattern text) {
    return text.matcher(subject.type() + " " + subject.name()).find()
        || text.matcher(subject.id()).find();
  }
}
