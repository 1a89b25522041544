/**
 * What the rooms tell of their work while they do it: that an exchange began and how it ended, how
 * long a stage took, what was lost, who was turned away. Who listens is no concern of theirs:
 * {@code metrics} counts, {@code trace} draws, {@link org.ocppbridge.adapter.watch.ExchangeLog}
 * writes one line.
 *
 * <p>Contract: knows no room. Listening must be quick and never fail; a {@link
 * org.ocppbridge.adapter.watch.Watch} that does nothing is always allowed.
 *
 * <p>Next: {@link org.ocppbridge.adapter.watch.WatchedExchange}, then {@link
 * org.ocppbridge.adapter.watch.Watch}.
 */
package org.ocppbridge.adapter.watch;
