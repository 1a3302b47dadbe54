/**
 * Classes that break a rule of {@code dev.triggerview.architecture} on purpose, so that
 * every rule is seen to fail. Nothing runs them.
 */
package dev.triggerview.planted;
