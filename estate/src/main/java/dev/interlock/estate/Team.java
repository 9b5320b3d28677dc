package dev.interlock.estate;

import dev.interlock.document.Doc;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** People who answer for something together. */
@Doc("People who answer for something together.")
public record Team(
    @Doc("Name as people know it.") String displayName,
    @Doc("Who belongs to it.") @Ref(Kind.PERSON) List<String> members,
    @Doc("Where to reach it.") @Nullable String contact)
    implements Spec {}
