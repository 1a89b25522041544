/**
 * Keys, certificates and secrets of the connections to the CSMSs: what is kept sealed ({@link
 * org.ocppbridge.adapter.secure.Vault}), what TLS trusts and shows ({@link
 * org.ocppbridge.adapter.secure.ClientTls}), new key pairs, and the upload of security logs. Knows
 * no charger; {@code LinkWays} puts the parts to use.
 */
package org.ocppbridge.adapter.secure;
