package dev.interlock.estate;

import dev.interlock.document.Doc;
import java.util.Currency;
import org.jspecify.annotations.Nullable;

/** A company of the group: who is billed, who closes the books. */
@Doc("A company of the group: who is billed, who closes the books.")
public record LegalEntity(
    @Doc("Registered name.") String displayName,
    @Doc(value = "Country, ISO 3166-1 alpha-2.", example = "AT") String country,
    @Doc(value = "Currency of its books, ISO 4217.", example = "EUR") Currency currency,
    @Doc("The company that owns it.") @Ref(Kind.LEGAL_ENTITY) @Nullable String parent)
    implements Spec {}
