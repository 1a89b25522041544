package org.ocppbridge.mappings.json201.base;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import org.ocppbridge.mappings.ChargerView;
import org.ocppbridge.mappings.CsmsAnswer;
import org.ocppbridge.mappings.Queued;
import org.ocppbridge.mappings.Reply;
import org.ocppbridge.mappings.Step;
import org.ocppbridge.mappings.json.CallReader;
import org.ocppbridge.mappings.json.ChargerTable;
import org.ocppbridge.mappings.json.CommandTable;
import org.ocppbridge.mappings.model.Operation;

/** Which function does what; filled once by the blocks. */
public final class Tables {

  /** What the answer to a message leads to that nobody waits for. */
  @FunctionalInterface
  public interface Delivered {
    Step<Void> step(Queued queued, Reply reply, ChargerView view);
  }

  private final ChargerTable charger = new ChargerTable();
  private final CommandTable commands =
      new CommandTable(new CallReader("2.0.1", Limits201.TABLE, Lists201.SIZES, "customData"));
  private final Map<String, Delivered> delivered = new HashMap<>();
  private final Map<String, BiFunction<String, ChargerView, Step<Void>>> wakeUps = new HashMap<>();

  /** A request of the charger. */
  public <Q, A> Tables onCharger(Operation<Q, A> operation, ChargerTable.Plan<Q, A> plan) {
    charger.on(operation, plan);
    return this;
  }

  /**
   * A command of the CSMS.
   *
   * @param type a record with the fields of the 2.0.1 request; required ones carry {@code
   *     JsonProperty(required = true)}
   */
  public <Q> Tables onCsms(
      String action, Class<Q> type, BiFunction<Q, ChargerView, Step<CsmsAnswer>> plan) {
    commands.on(action, type, plan);
    return this;
  }

  /** The answer to a message that nobody waits for, and to every transaction message. */
  public Tables onDelivered(String action, Delivered plan) {
    delivered.put(action, plan);
    return this;
  }

  /**
   * A wake-up.
   *
   * @param kind what stands before the first {@code /} of its reason, or all of it
   * @param plan gets the whole reason
   */
  public Tables onWakeUp(String kind, BiFunction<String, ChargerView, Step<Void>> plan) {
    wakeUps.put(kind, plan);
    return this;
  }

  public ChargerTable charger() {
    return charger;
  }

  public CommandTable commands() {
    return commands;
  }

  /** What to do with the answer to a message of this action. */
  public Optional<Delivered> delivered(String action) {
    return Optional.ofNullable(delivered.get(action));
  }

  /** What to do on a wake-up. */
  public Optional<BiFunction<String, ChargerView, Step<Void>>> wakeUp(String reason) {
    int slash = reason.indexOf('/');
    return Optional.ofNullable(wakeUps.get(slash < 0 ? reason : reason.substring(0, slash)));
  }
}
