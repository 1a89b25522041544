package org.ocppbridge.adapter.console;

import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.IntFunction;
import java.util.function.Supplier;
import org.ocppbridge.adapter.console.view.Actions;
import org.ocppbridge.adapter.console.view.DeadLetterDesk;
import org.ocppbridge.adapter.console.view.Fleet;
import org.ocppbridge.adapter.console.view.Sample;

/**
 * What the operator can see and do.
 *
 * @param ready whether SOAP is served and the store takes writes
 * @param fleet the chargers
 * @param actions what can be done about a charger
 * @param letters what can be done about dead letters
 * @param charts the samples of the last so many minutes, the newest last
 * @param metrics all metrics, in the text format of Prometheus
 */
public record Operator(
    BooleanSupplier ready,
    Fleet fleet,
    Actions actions,
    DeadLetterDesk letters,
    IntFunction<List<Sample>> charts,
    Supplier<String> metrics) {}
