/** From a template to the resources that it would deploy. */
@org.jspecify.annotations.NullMarked
package dev.interlock.facts.arm.expand;
