/**
 * A store in memory: complete by its contract, but forgotten when the process ends.
 *
 * <p>{@link org.ocppbridge.adapter.store.memory.MemoryStore} has one entry per charger, guarded by
 * its own monitor, so that chargers never wait for one another. Everything has a limit; what does
 * not fit any more is refused, never pushed out.
 */
package org.ocppbridge.adapter.store.memory;
