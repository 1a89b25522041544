package org.ocppbridge.adapter.console;

import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;

/**
 * What the operator can see and do.
 *
 * @param ready whether SOAP is served and the store takes writes
 * @param status of the bridge and its chargers
 * @param accept a person looked at a charger's alarms: they end, and it is pinned anew at its next
 *     boot; false if there was nothing to accept
 * @param reload reads the settings again and brings them into force; with true also for chargers
 *     that have to leave something unfinished; empty: there is nothing to read
 * @param letters what can be done about dead letters
 * @param metrics all metrics, in the text format of Prometheus
 */
public record Operator(
    BooleanSupplier ready,
    Supplier<BridgeStatus> status,
    Predicate<String> accept,
    Function<Boolean, Optional<Reloading.Outcome>> reload,
    DeadLetterDesk letters,
    Supplier<String> metrics) {}
