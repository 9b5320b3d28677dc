package dev.interlock.estate.checks;

import dev.interlock.estate.Entry;
import dev.interlock.estate.Environment;
import dev.interlock.estate.Estate;
import dev.interlock.estate.EstateCode;
import java.util.regex.Pattern;

/** An environment's resource group has a name as Azure allows it. */
final class ResourceGroupsHaveNames implements Check {

  /**
   * See <a
   * href="https://learn.microsoft.com/azure/azure-resource-manager/management/resource-name-rules#microsoftresources">rules
   * for names</a>.
   */
  private static final Pattern NAME =
      Pattern.compile("[\\p{L}\\p{N}_().-]{0,89}[\\p{L}\\p{N}_()-]");

  @Override
  public void run(Estate estate, Names names, Report report) {
    for (Entry<Environment> environment : estate.entries(Environment.class)) {
      String name = environment.spec().resourceGroup();
      if (name != null && !NAME.matcher(name).matches()) {
        report.add(
            EstateCode.BAD_RESOURCE_GROUP,
            environment.at("resourceGroup"),
            "resourceGroup: \"" + name + "\" is no name of a resource group",
            "1 to 90 letters, digits and _ - ( ) . with no dot at the end; not a whole id");
      }
    }
  }
}
