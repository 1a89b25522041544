/**
 * OCPP 1.6J, with its security extension: what a charger's requests become for the CSMS, and what
 * the CSMS's CALLs become for a charger.
 *
 * <p>{@link org.ocppbridge.mappings.json16.Json16} is the table of all operations; each has a class
 * of its name with {@code 16} behind it, or, if the charger is simply asked and its answer passed
 * on, a line in {@code Command16}. Field lengths are in {@code Limits16}; what it shares with other
 * versions is in {@code json} and {@code rules}.
 *
 * <p>Contract: every payload that leaves is valid by the 1.6 schemas whatever the charger said, and
 * what had to be changed for that is named as a {@link org.ocppbridge.mappings.Loss}. A transaction
 * message is never answered with a fault.
 *
 * <p>What SOAP chargers have no operation for the bridge answers itself, truthfully: it keeps no
 * certificates yet, so CertificateSigned and InstallCertificate are Rejected, DeleteCertificate and
 * GetInstalledCertificateIds say NotFound; a signed firmware update is Rejected because a SOAP
 * charger cannot check a signature; it keeps no security log.
 *
 * <p>Knows {@code model}, not {@code soap}. Next: {@code Json16}.
 */
package org.ocppbridge.mappings.json16;
