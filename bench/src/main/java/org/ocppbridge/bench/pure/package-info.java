/**
 * The pure path alone, by JMH: no socket, no store, no thread. {@link
 * org.ocppbridge.bench.pure.PurePath} is one message there and back; {@code part.Pure} runs it.
 */
package org.ocppbridge.bench.pure;
