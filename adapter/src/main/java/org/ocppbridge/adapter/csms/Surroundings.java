package org.ocppbridge.adapter.csms;

import java.time.InstantSource;
import java.util.concurrent.Executor;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;

/**
 * What links get from outside, so that tests can bring their own.
 *
 * @param timers time that passes
 * @param clock time of day, for dates in Retry-After
 * @param random jitter; used from many threads
 * @param messageIds fresh message ids, at most 36 characters
 * @param threads where links and their listeners run
 * @param dialer opens connections
 */
record Surroundings(
    Timers timers,
    InstantSource clock,
    RandomGenerator random,
    Supplier<String> messageIds,
    Executor threads,
    Dialer dialer) {}
