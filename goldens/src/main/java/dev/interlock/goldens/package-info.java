/** What the tests of every room lean on: golden files, the checkout, cases that lie beside it. */
@NullMarked
package dev.interlock.goldens;

import org.jspecify.annotations.NullMarked;
