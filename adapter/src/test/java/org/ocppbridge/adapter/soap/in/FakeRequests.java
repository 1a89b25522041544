package org.ocppbridge.adapter.soap.in;

import java.time.Instant;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.ocppbridge.adapter.soap.Caller;
import org.ocppbridge.adapter.soap.ChargerRequests;
import org.ocppbridge.adapter.soap.Place;
import org.ocppbridge.mappings.BridgeFault;
import org.ocppbridge.mappings.ChargerId;
import org.ocppbridge.mappings.Loss;
import org.ocppbridge.mappings.model.AuthorizationStatus;
import org.ocppbridge.mappings.model.Authorize;
import org.ocppbridge.mappings.model.BootNotification;
import org.ocppbridge.mappings.model.DataTransfer;
import org.ocppbridge.mappings.model.DataTransferStatus;
import org.ocppbridge.mappings.model.DiagnosticsStatusNotification;
import org.ocppbridge.mappings.model.FirmwareStatusNotification;
import org.ocppbridge.mappings.model.Heartbeat;
import org.ocppbridge.mappings.model.IdTagInfo;
import org.ocppbridge.mappings.model.MeterValues;
import org.ocppbridge.mappings.model.Operation;
import org.ocppbridge.mappings.model.RegistrationStatus;
import org.ocppbridge.mappings.model.StartTransaction;
import org.ocppbridge.mappings.model.StatusNotification;
import org.ocppbridge.mappings.model.StopTransaction;

/**
 * Answers chargers without a back office and remembers what they asked. The identity says what goes
 * wrong.
 */
final class FakeRequests implements ChargerRequests {

  static final Instant NOW = Instant.parse("2026-11-21T10:00:00Z");

  /** Something that was asked. */
  record Asked(Caller caller, Operation<?, ?> operation, Object question, List<Loss> losses) {}

  final Queue<Asked> asked = new ConcurrentLinkedQueue<>();
  final Queue<String> told = new ConcurrentLinkedQueue<>();
  final AtomicInteger waiting = new AtomicInteger();
  final CountDownLatch open = new CountDownLatch(1);

  @Override
  public void tell(ChargerId charger, String what, List<Loss> losses) {
    losses.forEach(loss -> told.add(what + ": " + loss));
  }

  @Override
  public void admit(Caller caller) {
    if (caller.id().value().equals("STRANGER")) {
      throw new BridgeFault.UnknownCharger("charger STRANGER is not known");
    }
  }

  @Override
  public <Q, A> A ask(Caller caller, Operation<Q, A> operation, Q request, List<Loss> losses) {
    switch (caller.id().value()) {
      case "UNDECIDED" -> throw new BridgeFault.Undecided("nobody knows");
      case "NOT-STORED" -> throw new BridgeFault.NotStored("disk full");
      case "OVERLOADED" -> throw new BridgeFault.Overloaded("too much");
      case "PROTOCOL" -> throw new BridgeFault.ProtocolError("vendorId is missing");
      case "BUG" -> throw new IllegalStateException("a bug");
      case "WAITING" -> await();
      case "ASIDE" -> awaitAside();
      default -> {}
    }
    asked.add(new Asked(caller, operation, request, losses));
    return operation.answer().cast(answer(operation));
  }

  private void await() {
    waiting.incrementAndGet();
    try {
      open.await();
    } catch (InterruptedException interrupted) {
      throw new BridgeFault.Undecided("interrupted");
    }
  }

  private void awaitAside() {
    Place place = Place.current();
    if (place.stepAside()) {
      await();
      place.stepBack();
    }
  }

  private static Object answer(Operation<?, ?> operation) {
    IdTagInfo info = new IdTagInfo(AuthorizationStatus.ACCEPTED, null, "PARENT");
    return switch (operation.name()) {
      case "Authorize" -> new Authorize.Answer(info);
      case "BootNotification" -> new BootNotification.Answer(RegistrationStatus.ACCEPTED, NOW, 300);
      case "DataTransfer" -> new DataTransfer.Answer(DataTransferStatus.ACCEPTED, "ok \u0001 é");
      case "DiagnosticsStatusNotification" -> new DiagnosticsStatusNotification.Answer();
      case "FirmwareStatusNotification" -> new FirmwareStatusNotification.Answer();
      case "Heartbeat" -> new Heartbeat.Answer(NOW);
      case "MeterValues" -> new MeterValues.Answer();
      case "StartTransaction" -> new StartTransaction.Answer(info, 7);
      case "StatusNotification" -> new StatusNotification.Answer();
      case "StopTransaction" -> new StopTransaction.Answer(null);
      default -> throw new BridgeFault.NotSupported(operation.name());
    };
  }
}
