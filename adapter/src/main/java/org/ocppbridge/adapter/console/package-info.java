/**
 * The admin port: health, the state of the chargers, and the few things an operator can do. Reads
 * views it is handed; knows no mapping, no link and no store.
 *
 * <p>Rules that hold here: nothing but health and the sign-in page is answered to strangers ({@code
 * Guard}); what changes something is a POST that a page of ours sent, or that carries the token; it
 * stands in the audit log, done or refused. A new page is {@code get(guard.signedIn(…))}, a new
 * action {@code post(action(…))}, in {@code AdminServer.paths}.
 *
 * <p>Next: {@link org.ocppbridge.adapter.console.AdminServer}.
 */
package org.ocppbridge.adapter.console;
