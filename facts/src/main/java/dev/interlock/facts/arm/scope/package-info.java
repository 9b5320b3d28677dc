/** What the expressions of a template can ask. */
@org.jspecify.annotations.NullMarked
package dev.interlock.facts.arm.scope;
