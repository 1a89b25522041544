/**
 * Brings one charger's messages to its CSMS, one at a time and in order.
 *
 * <p>Contract: transaction messages are taken from the store's outbox strictly first in, first out,
 * and leave it only when the CSMS has answered or their attempts are used up. Nothing is sent
 * before the store has taken the answer to what was sent before. A lock is held only to choose what
 * comes next, never across a call. Nothing here knows what an action means: what only the charger's
 * session can say, the courier asks at its {@code Desk}.
 *
 * <p>Next: {@link org.ocppbridge.adapter.delivery.Courier}; {@code NextMessage} chooses, {@code
 * HeadTurn} says whether it is the outbox's turn, {@code Others} holds what waits outside of it,
 * {@code DrainPace} how fast a backlog goes.
 */
package org.ocppbridge.adapter.delivery;
