@NullMarked
package dev.interlock.facts.odoo;

import org.jspecify.annotations.NullMarked;
