package dev.interlock.recovery.catalogue;

import java.util.Map;
import java.util.regex.Pattern;

/**
 * What nobody may read in the words of a tool: values of settings that are secret by their name,
 * such as {@code password=…} and {@code repo1-cipher-pass: …}, passwords in addresses, and values
 * that the environment holds under such a name.
 */
final class ToolSecrets {

  private static final String HIDDEN = "***";
  private static final int LEAST = 4;

  private static final Pattern NAMED =
      Pattern.compile(
          "(?i)([\\w-]*(?:pass|password|passphrase|secret|token|s3-key|azure-key|gcs-key)"
              + "\\s*[=:]\\s*)('[^']*'|\"[^\"]*\"|[^\\s,;]+)");

  private static final Pattern ADDRESS = Pattern.compile("(://[^:/@\\s]*:)[^@/\\s]*@");
  private static final Pattern SECRET = Pattern.compile(".*(PASS|PASSWORD|SECRET|TOKEN|KEY)");

  private ToolSecrets() {}

  /** The words without them. */
  static String hide(String words) {
    return hide(words, System.getenv());
  }

  static String hide(String words, Map<String, String> environment) {
    String told = words;
    for (Map.Entry<String, String> it : environment.entrySet()) {
      if (SECRET.matcher(it.getKey()).matches() && it.getValue().length() >= LEAST) {
        told = told.replace(it.getValue(), HIDDEN);
      }
    }
    told = NAMED.matcher(told).replaceAll("$1" + HIDDEN);
    return ADDRESS.matcher(told).replaceAll("$1" + HIDDEN + "@");
  }
}
