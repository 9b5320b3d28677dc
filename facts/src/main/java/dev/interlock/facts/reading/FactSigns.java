package dev.interlock.facts.reading;

import java.util.Locale;
import java.util.regex.Pattern;

/** The words by which a text that holds facts is noticed before it is read. */
final class FactSigns {

  /** A kind as Kubernetes names them, at the beginning of a line of YAML or anywhere in JSON. */
  private static final Pattern KIND =
      Pattern.compile(
          "(?:\\A|[\\r\\n])(?:- )?[\"']?[Kk]ind[\"']?[ \\t]*:[ \\t]*[\"']?[A-Z]"
              + "|\"[Kk]ind\"\\s{0,8}:\\s{0,8}\"[A-Z]");

  private static final Pattern AZURE_TYPE =
      Pattern.compile(
          "[\"']?type[\"']?\\s{0,8}:\\s{0,8}[\"']?microsoft\\.\\w", Pattern.CASE_INSENSITIVE);

  private FactSigns() {}

  /** True when any file that says so may be about facts. */
  static boolean in(String text) {
    return text.contains("apiVersion")
        || text.contains("\"resource_changes\"")
        || (text.contains("\"terraform_version\"") && text.contains("\"format_version\""))
        || text.contains("/subscriptions/")
        || text.contains("/providers/Microsoft.Management");
  }

  /** True when a file of data that says so may have been meant to hold facts. */
  static boolean inData(String text) {
    return in(text)
        || text.toLowerCase(Locale.ROOT).contains("apiversion")
        || KIND.matcher(text).find()
        || AZURE_TYPE.matcher(text).find();
  }
}
