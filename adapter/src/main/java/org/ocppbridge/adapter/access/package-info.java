/**
 * Who may speak as a charger. SOAP OCPP proves nothing about who speaks: whoever knows an identity
 * can claim it. {@link org.ocppbridge.adapter.access.Doorkeeper} holds each request against what
 * the settings ask of it, remembers what a charger was at its first boot, and raises alarms.
 *
 * <p>Rules that hold here: a request that shows too little is refused before its body is bound; an
 * alarm never stops a charger unless the settings say so; nothing here grows with what strangers
 * send.
 *
 * <p>Next: {@link org.ocppbridge.adapter.config.Access} for the settings.
 */
package org.ocppbridge.adapter.access;
