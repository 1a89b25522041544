/**
 * A store in an SQL database; the one there is now is SQLite, one file, nothing to set up.
 *
 * <p>{@link org.ocppbridge.adapter.store.sql.SqlStore} turns each call into one {@link
 * org.ocppbridge.adapter.store.sql.Write}, made on the caller's thread; {@link
 * org.ocppbridge.adapter.store.sql.GroupWriter} keeps all that wait in one {@link
 * org.ocppbridge.adapter.store.sql.Commit}. With SQLite that is an append to a journal, and {@link
 * org.ocppbridge.adapter.store.sql.Applier} brings it to the database soon after; a database
 * without a journal commits each group itself. What is known of a charger is kept in pieces ({@link
 * org.ocppbridge.adapter.store.sql.Shelves}), one row each, in one table ordered by charger: a
 * message then touches few pages of the file, whatever else is known of its charger. A change
 * writes the pieces that differ ({@link org.ocppbridge.adapter.store.sql.Differences}), and nothing
 * at all if none does: a Heartbeat costs no write.
 *
 * <p>Statements are in words that PostgreSQL knows too; what is special to SQLite is in {@link
 * org.ocppbridge.adapter.store.sql.Sqlite}. Each write of a charger is refused by the database
 * unless it comes under the charger's epoch, which one process alone has.
 *
 * <p>Next: {@code store.journal}; the schema, {@code store/1.sql} among the resources.
 */
package org.ocppbridge.adapter.store.sql;
