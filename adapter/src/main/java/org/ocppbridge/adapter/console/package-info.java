/**
 * The admin port: health, and the state of the chargers. Reads views it is handed; knows no
 * mapping, no link and no store.
 *
 * <p>Next: {@link org.ocppbridge.adapter.console.AdminServer}.
 */
package org.ocppbridge.adapter.console;
