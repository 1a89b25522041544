/**
 * An append-only journal: what was appended is on the disk, in its order and under running numbers,
 * until it is released. It knows nothing of what it keeps.
 *
 * <p>Contract. One {@link org.ocppbridge.adapter.store.journal.Journal#append} is one {@link
 * org.ocppbridge.adapter.store.journal.Frame} and one sync, so of the frames in a file only the
 * last can be torn, and nobody was told that a torn one is safe. {@link
 * org.ocppbridge.adapter.store.journal.Recovery} therefore cuts off a bad frame at the very end,
 * and stops at any other: something has damaged the file then. What follows the last frame does not
 * count: zeros, or frames of the file that is written over, which have earlier numbers. A file that
 * could not be written is given up and the next begins with the same number; frames of a file that
 * have numbers of the next file do not count.
 *
 * <p>Next: {@code store.sql}, which keeps its writes here before they are in the database.
 */
package org.ocppbridge.adapter.store.journal;
