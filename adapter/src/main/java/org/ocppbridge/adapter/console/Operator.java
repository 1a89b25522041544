package org.ocppbridge.adapter.console;

import java.util.function.BooleanSupplier;
import java.util.function.Predicate;
import java.util.function.Supplier;

/**
 * What the operator can see and do.
 *
 * @param ready whether SOAP is served and the store takes writes
 * @param status of the bridge and its chargers
 * @param accept a person looked at a charger's alarms: they end, and it is pinned anew at its next
 *     boot; false if there was nothing to accept
 * @param letters what can be done about dead letters
 * @param metrics all metrics, in the text format of Prometheus
 */
public record Operator(
    BooleanSupplier ready,
    Supplier<BridgeStatus> status,
    Predicate<String> accept,
    DeadLetterDesk letters,
    Supplier<String> metrics) {}
