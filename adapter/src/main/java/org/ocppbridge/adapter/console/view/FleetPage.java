package org.ocppbridge.adapter.console.view;

import java.util.List;

/**
 * A page of the fleet.
 *
 * @param total how many chargers are known
 * @param matching how many of them the filters want
 * @param offset how many of those come before this page
 * @param chargers this page
 */
public record FleetPage(int total, int matching, int offset, List<FleetRow> chargers) {}
