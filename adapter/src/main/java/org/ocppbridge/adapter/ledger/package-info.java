/**
 * The ledger: every exchange with both wire forms, on disk, to be searched, exported and watched.
 *
 * <p>Contract: the threads of an exchange only note references in a {@link
 * org.ocppbridge.adapter.ledger.Recording} and hand it over without waiting; what finds no room is
 * counted and left out. One writer thread masks secrets, cuts long texts and appends; nothing
 * reaches disk or a watcher before it is masked. The ledger is for people: no part of the bridge
 * reads it to decide anything, and it may lose the last second when the process is killed.
 *
 * <p>Next: {@link org.ocppbridge.adapter.ledger.Exchange} is what is kept, {@link
 * org.ocppbridge.adapter.ledger.ExchangeLedger} keeps it, {@link
 * org.ocppbridge.adapter.ledger.LedgerApi} shows it over HTTP.
 */
package org.ocppbridge.adapter.ledger;
