package org.ocppbridge.adapter.console.view;

/**
 * The connections to all CSMSs together, since the start.
 *
 * @param open how many are open, whatever their state
 * @param lateAnswers answers that came after their call was given up, or for no call at all
 * @param unreadableFrames messages that were no frames, or of an unknown type
 * @param repeatedCalls calls that repeated one still in work
 */
public record LinkStatus(int open, long lateAnswers, long unreadableFrames, long repeatedCalls) {}
