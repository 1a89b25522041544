/**
 * How one charger's link reaches its CSMS and is kept secure: the ways in which it is tried, what
 * it signs in with, and what the mappings have made in the background for it.
 *
 * <p>Contract: decides and remembers, by the charger's state and its settings; the socket is that
 * of {@code csms}. What is proved by a connection is kept before it is relied on. Secrets leave
 * here only for a handshake, and the state holds them sealed.
 *
 * <p>Next: {@link org.ocppbridge.adapter.link.LinkWays}, then {@code LinkCredentials}; {@code
 * LinkSafety} is what the mappings see of both. See also {@code docs/csms-security.md}.
 */
package org.ocppbridge.adapter.link;
