/** The template expression language of Azure Resource Manager and Azure Policy. */
@NullMarked
package dev.interlock.expression;

import org.jspecify.annotations.NullMarked;
