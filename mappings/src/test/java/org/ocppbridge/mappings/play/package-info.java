/** A bridge in the small, to play mappings with: one charger, one CSMS, no sockets, no time. */
package org.ocppbridge.mappings.play;
