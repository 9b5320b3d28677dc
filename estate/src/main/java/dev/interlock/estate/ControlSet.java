package dev.interlock.estate;

import dev.interlock.document.Doc;
import dev.interlock.finding.Severity;
import java.util.List;
import java.util.Map;

/** Controls that belong together, and where they hold. */
@Doc("Controls that belong together, and where they hold.")
public record ControlSet(
    @Doc("Name as people know it.") String displayName,
    @Doc("Controls in it, own or shipped; a name ending in * takes all that begin so.")
        List<String> controls,
    @Doc("Tiers of environments they hold in; all when empty.") List<Tier> tiers,
    @Doc("Other severities than the controls' own.") Map<String, Severity> severities,
    @Doc("Other parameters than the controls' own: control to parameter to value.")
        Map<String, Map<String, Object>> params,
    @Doc(
            value =
                "Folders of Azure Policy in this set, from the estate's folder: definitions,"
                    + " initiatives, assignments and exemptions as JSON. Assignments hold by their"
                    + " scopes; without any assignment each definition holds for everything.",
            example = "[policies/]")
        List<String> policies)
    implements Spec {}
