@NullMarked
package dev.interlock.cli.ledger;

import org.jspecify.annotations.NullMarked;
