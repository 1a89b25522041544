/**
 * What the bridge remembers, as the rest of the program sees it.
 *
 * <p>Contract: {@link org.ocppbridge.adapter.store.Store}. One call is one commit, all of it or
 * nothing; a transaction message is in it before its charger gets an answer, and leaves it only
 * when the CSMS has answered or when it is moved to the dead letters. {@code StoreContract}, among
 * the tests, is what every store has to pass.
 *
 * <p>Next: {@code sql}, which keeps all of it in a database and is what {@code run} uses; {@code
 * journal}, which it keeps its writes in first; {@code memory}, which forgets it with the process,
 * for the demo and for tests.
 */
package org.ocppbridge.adapter.store;
