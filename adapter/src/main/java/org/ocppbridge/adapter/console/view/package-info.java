/**
 * What an operator sees and can do, as plain data: one record for each JSON object of the API, and
 * the interfaces behind which the bridge stands. Units are in the names ({@code energyWh}, {@code
 * powerW}); times are UTC. Every text comes from outside and is hostile until it is escaped.
 *
 * <p>Next: {@link org.ocppbridge.adapter.console.view.Fleet} is asked, {@link
 * org.ocppbridge.adapter.console.view.Actions} does; {@code openapi.json} beside the console's
 * classes describes the same to clients.
 */
package org.ocppbridge.adapter.console.view;
