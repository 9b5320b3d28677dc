package dev.interlock.document.binding;

import dev.interlock.document.Doc;
import java.math.BigDecimal;
import java.util.Currency;

/** The longer way to write an amount of money. */
@Doc("An amount with its currency.")
public record MoneyParts(
    @Doc("How much.") BigDecimal amount, @Doc("Of which currency, ISO 4217.") Currency currency) {}
