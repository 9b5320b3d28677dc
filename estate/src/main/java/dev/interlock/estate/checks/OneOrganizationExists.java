package dev.interlock.estate.checks;

import dev.interlock.estate.Entry;
import dev.interlock.estate.Estate;
import dev.interlock.estate.EstateCode;
import dev.interlock.estate.Kind;
import dev.interlock.estate.Organization;
import dev.interlock.finding.SourceRef;
import java.util.List;

/** An estate belongs to one organisation, whose time zone and currency budgets and reports use. */
final class OneOrganizationExists implements Check {

  private final SourceRef directory;

  OneOrganizationExists(SourceRef directory) {
    this.directory = directory;
  }

  @Override
  public void run(Estate estate, Names names, Report report) {
    List<Entry<Organization>> all = estate.entries(Organization.class);
    if (all.isEmpty() && estate.size() > 0 && names.complete(Kind.ORGANIZATION)) {
      report.add(
          EstateCode.NO_ORGANIZATION,
          directory,
          "the estate has no Organization: budgets have no time zone",
          "add a document of kind Organization");
    }
    for (Entry<Organization> more : all.subList(Math.min(1, all.size()), all.size())) {
      report.add(
          EstateCode.SEVERAL_ORGANIZATIONS,
          more.source(),
          "expected one Organization, found another at " + all.getFirst().source(),
          "companies of one group are documents of kind LegalEntity");
    }
  }
}
