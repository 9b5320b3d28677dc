/** Templates of Azure Resource Manager, those that Bicep compiles among them. */
@NullMarked
package dev.interlock.facts.arm;

import org.jspecify.annotations.NullMarked;
