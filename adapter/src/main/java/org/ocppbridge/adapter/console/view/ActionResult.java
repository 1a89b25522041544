package org.ocppbridge.adapter.console.view;

/**
 * What came of an action.
 *
 * @param done whether it had the effect that was wanted
 * @param detail what happened, in words
 * @param milliseconds how long it took
 */
public record ActionResult(boolean done, String detail, long milliseconds) {}
