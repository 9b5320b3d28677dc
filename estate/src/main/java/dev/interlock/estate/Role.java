package dev.interlock.estate;

import dev.interlock.document.Doc;
import java.util.List;

/** A duty in change governance, such as release manager or plant manager, and who holds it. */
@Doc("A duty in change governance, such as release manager or plant manager, and who holds it.")
public record Role(
    @Doc("Name as people know it.") String displayName,
    @Doc("Persons who hold it.") @Ref(Kind.PERSON) List<String> persons,
    @Doc("Teams whose members hold it.") @Ref(Kind.TEAM) List<String> teams,
    @Doc("Environments it is held for; all when empty.") @Ref(Kind.ENVIRONMENT)
        List<String> environments,
    @Doc("Plants it is held for; all when empty.") @Ref(Kind.PLANT) List<String> plants,
    @Doc("Roles that the same person must not use on one change.") @Ref(Kind.ROLE)
        List<String> conflictsWith)
    implements Spec {}
