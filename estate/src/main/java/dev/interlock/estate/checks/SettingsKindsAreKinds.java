package dev.interlock.estate.checks;

import dev.interlock.estate.Entry;
import dev.interlock.estate.Estate;
import dev.interlock.estate.EstateCode;
import dev.interlock.estate.Organization;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Kinds that only carry settings are written as group/Kind. Anything else names no kind of a custom
 * resource: it would stand there and allow nothing, and nobody would know why.
 */
final class SettingsKindsAreKinds implements Check {

  /** Groups of custom resources have a dot; those without are Kubernetes' own. */
  private static final String GROUP = "[a-z0-9]([a-z0-9-]*[a-z0-9])?";

  private static final String KIND = "(?!v\\d)[A-Za-z][A-Za-z0-9]*";

  private static final Pattern FORM = Pattern.compile(GROUP + "(\\." + GROUP + ")+/" + KIND);

  private static final Pattern WITH_VERSION = Pattern.compile("([^/]+)/v\\d\\w*/([^/]+)");

  private static final Pattern AS_KUBECTL_SAYS = Pattern.compile("[^./]+\\.([^/]+\\.[^/]+)");

  @Override
  public void run(Estate estate, Names names, Report report) {
    for (Entry<Organization> organization : estate.entries(Organization.class)) {
      List<String> kinds = organization.spec().settingsKinds();
      for (int i = 0; i < kinds.size(); i++) {
        if (!FORM.matcher(kinds.get(i)).matches()) {
          report.add(
              EstateCode.NO_CUSTOM_KIND,
              organization.at("settingsKinds", i),
              "settingsKinds[%d]: expected a custom kind as group/Kind, found \"%s\""
                  .formatted(i, kinds.get(i)),
              hint(kinds.get(i)));
        }
      }
    }
  }

  private static String hint(String written) {
    var versioned = WITH_VERSION.matcher(written);
    if (versioned.matches()) {
      return suggested(versioned.group(1) + "/" + versioned.group(2));
    }
    var kubectl = AS_KUBECTL_SAYS.matcher(written);
    if (kubectl.matches()) {
      return "write group and kind as a manifest has them, such as %s/Widget"
          .formatted(kubectl.group(1).toLowerCase(Locale.ROOT));
    }
    return tidied(written);
  }

  private static String tidied(String written) {
    String[] parts = written.strip().split("/", 2);
    String tidy = parts[0].toLowerCase(Locale.ROOT) + (parts.length == 1 ? "" : "/" + parts[1]);
    return suggested(tidy);
  }

  private static String suggested(String kind) {
    if (FORM.matcher(kind).matches()) {
      return "did you mean \"" + kind + "\"?";
    }
    String group = kind.contains("/") ? kind.substring(0, kind.indexOf('/')) : "";
    return group.isEmpty() || group.contains(".")
        ? "write group and kind as a manifest has them, without the version:"
            + " example.com/Widget"
        : "\"%s\" is no group of custom resources; Kubernetes' own kinds are known and need not be"
                .formatted(group)
            + " listed";
  }
}
