package org.ocppbridge.adapter.simulate;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What a charger does when it is asked: the table of commands, by operation. The contract of its
 * version says which of them it has.
 */
final class Commands {
  private final Map<String, Outcome.Command> table = new HashMap<>();

  Commands(SimulatedCharger charger, Pace pace) {
    Answers answers = new Answers(charger.version());
    TransactionCommands transactions = new TransactionCommands(charger, answers);
    table.put("RemoteStartTransaction", transactions::remoteStart);
    table.put("RemoteStopTransaction", transactions::remoteStop);
    table.put("UnlockConnector", transactions::unlock);
    table.put("Reset", transactions::reset);
    table.put("ChangeAvailability", transactions::changeAvailability);
    ReservationCommands reservations = new ReservationCommands(charger, answers);
    table.put("ReserveNow", reservations::reserve);
    table.put("CancelReservation", reservations::cancel);
    StationCommands station = new StationCommands(charger, answers);
    table.put("ChangeConfiguration", station::changeConfiguration);
    table.put("GetConfiguration", station::getConfiguration);
    table.put("ClearCache", station::clearCache);
    table.put("GetLocalListVersion", station::getLocalListVersion);
    table.put("SendLocalList", station::sendLocalList);
    table.put("DataTransfer", station::dataTransfer);
    MaintenanceCommands maintenance = new MaintenanceCommands(charger, answers);
    table.put("GetDiagnostics", maintenance::getDiagnostics);
    table.put("UpdateFirmware", maintenance::updateFirmware);
    table.put("TriggerMessage", maintenance::triggerMessage);
    ProfileCommands profiles = new ProfileCommands(charger, answers, pace);
    table.put("SetChargingProfile", profiles::set);
    table.put("ClearChargingProfile", profiles::clear);
    table.put("GetCompositeSchedule", profiles::composite);
  }

  Optional<Outcome.Command> find(String operation) {
    return Optional.ofNullable(table.get(operation));
  }
}
