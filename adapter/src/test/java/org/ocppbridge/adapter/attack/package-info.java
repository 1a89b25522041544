/**
 * The running process is attacked over real sockets, while an honest charger keeps speaking to it.
 * {@code docs/security.md} names these tests beside the threats.
 */
package org.ocppbridge.adapter.attack;
