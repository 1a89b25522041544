package org.ocppbridge.mappings.json16;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.ocppbridge.mappings.BridgeFault;
import org.ocppbridge.mappings.BridgeFault.InvalidCall;
import org.ocppbridge.mappings.BridgeFault.InvalidCall.Violation;
import org.ocppbridge.mappings.Change;
import org.ocppbridge.mappings.ChargerView;
import org.ocppbridge.mappings.CsmsAnswer;
import org.ocppbridge.mappings.JsonDialect;
import org.ocppbridge.mappings.Message;
import org.ocppbridge.mappings.Queued;
import org.ocppbridge.mappings.Reply;
import org.ocppbridge.mappings.Step;
import org.ocppbridge.mappings.Target;
import org.ocppbridge.mappings.Transaction;
import org.ocppbridge.mappings.json.CallReader;
import org.ocppbridge.mappings.json.ChargerTable;
import org.ocppbridge.mappings.json.CommandTable;
import org.ocppbridge.mappings.json.ListSizes;
import org.ocppbridge.mappings.model.Authorize;
import org.ocppbridge.mappings.model.AvailabilityStatus;
import org.ocppbridge.mappings.model.BootNotification;
import org.ocppbridge.mappings.model.CancelReservation;
import org.ocppbridge.mappings.model.ChangeAvailability;
import org.ocppbridge.mappings.model.ChangeConfiguration;
import org.ocppbridge.mappings.model.ClearCache;
import org.ocppbridge.mappings.model.ClearChargingProfile;
import org.ocppbridge.mappings.model.ClearChargingProfileStatus;
import org.ocppbridge.mappings.model.DataTransfer;
import org.ocppbridge.mappings.model.DataTransferStatus;
import org.ocppbridge.mappings.model.DiagnosticsStatusNotification;
import org.ocppbridge.mappings.model.FirmwareStatusNotification;
import org.ocppbridge.mappings.model.GetCompositeSchedule;
import org.ocppbridge.mappings.model.GetConfiguration;
import org.ocppbridge.mappings.model.GetDiagnostics;
import org.ocppbridge.mappings.model.GetLocalListVersion;
import org.ocppbridge.mappings.model.Heartbeat;
import org.ocppbridge.mappings.model.MeterValues;
import org.ocppbridge.mappings.model.Operation;
import org.ocppbridge.mappings.model.RegistrationStatus;
import org.ocppbridge.mappings.model.RemoteStartTransaction;
import org.ocppbridge.mappings.model.RemoteStopTransaction;
import org.ocppbridge.mappings.model.ReserveNow;
import org.ocppbridge.mappings.model.Reset;
import org.ocppbridge.mappings.model.SendLocalList;
import org.ocppbridge.mappings.model.SetChargingProfile;
import org.ocppbridge.mappings.model.StartTransaction;
import org.ocppbridge.mappings.model.StatusNotification;
import org.ocppbridge.mappings.model.StopTransaction;
import org.ocppbridge.mappings.model.TriggerMessage;
import org.ocppbridge.mappings.model.UnlockConnector;
import org.ocppbridge.mappings.model.UpdateFirmware;
import org.ocppbridge.mappings.model.UpdateStatus;
import org.ocppbridge.mappings.rules.Boots;
import org.ocppbridge.mappings.rules.DataTransfers;
import org.ocppbridge.mappings.rules.Heartbeats;
import org.ocppbridge.mappings.rules.MissingStops;
import org.ocppbridge.mappings.rules.StopObligation;

/** OCPP 1.6J: the table of its operations. Stateless; one instance serves all chargers. */
public final class Json16 implements JsonDialect {

  private static final ChargerTable FROM_CHARGER =
      new ChargerTable()
          .on(Authorize.FROM_CHARGER, Authorize16::step)
          .on(BootNotification.FROM_CHARGER, BootNotification16::step)
          .on(DataTransfer.FROM_CHARGER, DataTransfers::step)
          .on(DiagnosticsStatusNotification.FROM_CHARGER, DiagnosticsStatusNotification16::step)
          .on(FirmwareStatusNotification.FROM_CHARGER, FirmwareStatusNotification16::step)
          .on(Heartbeat.FROM_CHARGER, Heartbeats::step)
          .on(MeterValues.FROM_CHARGER, MeterValues16::step)
          .on(StartTransaction.FROM_CHARGER, StartTransaction16::step)
          .on(StatusNotification.FROM_CHARGER, StatusNotification16::step)
          .on(StopTransaction.FROM_CHARGER, StopTransaction16::step);

  private static final CommandTable FROM_CSMS =
      new CommandTable(new CallReader("1.6", Limits16.TABLE, ListSizes.ANY, ""))
          .on(CancelReservation.FROM_CSMS, ReserveNow16::cancel)
          .on(
              ChangeAvailability.FROM_CSMS,
              Command16.of(
                      ChangeAvailability.FROM_CSMS,
                      new ChangeAvailability.Answer(AvailabilityStatus.REJECTED),
                      new ChangeAvailability.Answer(AvailabilityStatus.REJECTED))
                  ::ask)
          .on(ChangeConfiguration.FROM_CSMS, ChangeConfiguration16::step)
          .on(ClearCache.FROM_CSMS, ClearCache16::step)
          .on(
              ClearChargingProfile.FROM_CSMS,
              new Command16<>(
                      ClearChargingProfile.FROM_CSMS,
                      Optional.of(
                          new ClearChargingProfile.Answer(ClearChargingProfileStatus.UNKNOWN)),
                      Optional.empty())
                  ::ask)
          .on(
              DataTransfer.FROM_CSMS,
              Command16.of(
                      DataTransfer.FROM_CSMS,
                      new DataTransfer.Answer(DataTransferStatus.UNKNOWN_VENDOR_ID, null),
                      new DataTransfer.Answer(DataTransferStatus.REJECTED, null))
                  ::ask)
          .on(GetCompositeSchedule.FROM_CSMS, GetCompositeSchedule16::step)
          .on(GetConfiguration.FROM_CSMS, GetConfiguration16::step)
          .on(GetDiagnostics.FROM_CSMS, GetDiagnostics16::step)
          .on(GetLocalListVersion.FROM_CSMS, GetLocalListVersion16::step)
          .on(RemoteStartTransaction.FROM_CSMS, RemoteStartTransaction16::step)
          .on(RemoteStopTransaction.FROM_CSMS, RemoteStopTransaction16::step)
          .on(ReserveNow.FROM_CSMS, ReserveNow16::step)
          .on(Reset.FROM_CSMS, Reset16::step)
          .on(
              SendLocalList.FROM_CSMS,
              Command16.of(
                      SendLocalList.FROM_CSMS,
                      new SendLocalList.Answer(UpdateStatus.NOT_SUPPORTED),
                      new SendLocalList.Answer(UpdateStatus.FAILED))
                  ::ask)
          .on(SetChargingProfile.FROM_CSMS, SetChargingProfile16::step)
          .on(TriggerMessage.FROM_CSMS, TriggerMessage16::step)
          .on(UnlockConnector.FROM_CSMS, UnlockConnector16::step)
          .on(UpdateFirmware.FROM_CSMS, UpdateFirmware16::step)
          // The security extension.
          .on("CertificateSigned", Certificates16.CertificateSigned.class, Certificates16::signed)
          .on("DeleteCertificate", Certificates16.DeleteCertificate.class, Certificates16::delete)
          .on(
              "ExtendedTriggerMessage",
              ExtendedTriggerMessage16.Request.class,
              ExtendedTriggerMessage16::step)
          .on(
              "GetInstalledCertificateIds",
              Certificates16.GetInstalledCertificateIds.class,
              Certificates16::installed)
          .on("GetLog", GetLog16.Request.class, GetLog16::step)
          .on(
              "InstallCertificate",
              Certificates16.InstallCertificate.class,
              Certificates16::install)
          .on(
              "SignedUpdateFirmware",
              SignedUpdateFirmware16.Request.class,
              SignedUpdateFirmware16::step);

  /** Actions of the security extension that only a charging station sends. */
  private static final Set<String> SECURITY_FROM_CHARGER =
      Set.of(
          "LogStatusNotification",
          "SecurityEventNotification",
          "SignCertificate",
          "SignedFirmwareStatusNotification");

  @Override
  public Target target() {
    return Target.OCPP16;
  }

  @Override
  public <Q, A> Step<A> fromCharger(Operation<Q, A> operation, Q request, ChargerView view) {
    return FROM_CHARGER.step(operation, request, view);
  }

  @Override
  public Step<CsmsAnswer> fromCsms(String action, ObjectNode payload, ChargerView view) {
    if (view.state().registration().is(RegistrationStatus.REJECTED)) {
      return Step.Done.with(
          new CsmsAnswer.Silence("the CSMS has rejected the charger (1.6 §4.2): no answer"));
    }
    try {
      return FROM_CSMS.find(action).orElseThrow(() -> unknown(action)).step(payload, view);
    } catch (BridgeFault fault) {
      return Step.Done.with(error(fault));
    }
  }

  private static InvalidCall unknown(String action) {
    boolean known = FROM_CHARGER.has(action) || SECURITY_FROM_CHARGER.contains(action);
    return known
        ? new InvalidCall(Violation.NOT_SUPPORTED, action + " is for charging stations to send")
        : new InvalidCall(Violation.NOT_IMPLEMENTED, "no such action in 1.6");
  }

  @Override
  public ObjectNode atSending(Queued queued, ChargerView view) {
    Message message = queued.message();
    boolean refers = message.payload().has("transactionId") && message.transaction().isPresent();
    if (!refers) {
      return message.payload();
    }
    return message
        .payload()
        .deepCopy()
        .put("transactionId", csmsId(message.transaction().get(), view));
  }

  /** Its start went out before, strictly in order; one that was parked leaves -1 (errata 3.18). */
  private static long csmsId(int id, ChargerView view) {
    Optional<Transaction> transaction = view.state().transactions().find(id);
    if (transaction.filter(Transaction::startParked).isPresent()) {
      return -1;
    }
    return transaction
        .flatMap(Transaction::csmsId)
        .map(Long::valueOf)
        .orElseThrow(
            () ->
                new IllegalStateException(
                    "the CSMS's number of transaction " + id + " is not known any more"));
  }

  @Override
  public Step<Void> delivered(Queued queued, Reply reply, ChargerView view) {
    Message message = queued.message();
    return switch (message.action()) {
      case StartTransaction16.ACTION -> StartTransaction16.delivered(message, reply, view);
      case StopTransaction16.ACTION -> StopTransaction16.delivered(message, reply, view);
      case BootNotification16.ACTION -> BootNotification16.delivered(reply, view);
      default -> Step.Done.with(null);
    };
  }

  @Override
  public Step<Void> woken(String reason, ChargerView view) {
    if (reason.equals(Boots.WAKE_UP)) {
      return BootNotification16.woken(view);
    }
    if (StopObligation.isWakeUp(reason)) {
      return StopObligation.woken(reason, view);
    }
    return Step.Done.with(
        null,
        MissingStops.isWakeUp(reason)
            ? Orphans16.woken(reason, view)
            : List.of(new Change.WakeUpOver(reason)));
  }

  /**
   * {@inheritDoc}
   *
   * <p>A message that the CSMS triggered goes out even while the charger is Pending. While a
   * BootNotification waits for the CSMS to come back or for its first answer, all else waits behind
   * it.
   */
  @Override
  public Clearance clearance(Message message, ChargerView view) {
    return Boots.clearance(message, view);
  }

  @Override
  public Step<Void> connected(ChargerView view) {
    return BootNotification16.connected(view);
  }

  @Override
  public CsmsAnswer.Error error(BridgeFault fault) {
    return Errors16.TABLE.of(fault);
  }
}
