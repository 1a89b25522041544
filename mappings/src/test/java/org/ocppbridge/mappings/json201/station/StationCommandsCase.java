package org.ocppbridge.mappings.json201.station;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ocppbridge.mappings.json201.Stations.answer;

import java.util.Map;
import java.util.function.Function;
import org.ocppbridge.mappings.model.AvailabilityStatus;
import org.ocppbridge.mappings.model.CancelReservation;
import org.ocppbridge.mappings.model.CancelReservationStatus;
import org.ocppbridge.mappings.model.ChangeAvailability;
import org.ocppbridge.mappings.model.ClearCache;
import org.ocppbridge.mappings.model.ClearCacheStatus;
import org.ocppbridge.mappings.model.GetLocalListVersion;
import org.ocppbridge.mappings.model.Operation;
import org.ocppbridge.mappings.model.ReservationStatus;
import org.ocppbridge.mappings.model.ReserveNow;
import org.ocppbridge.mappings.model.Reset;
import org.ocppbridge.mappings.model.ResetStatus;
import org.ocppbridge.mappings.model.SendLocalList;
import org.ocppbridge.mappings.model.UnlockConnector;
import org.ocppbridge.mappings.model.UnlockStatus;
import org.ocppbridge.mappings.model.UpdateStatus;
import org.ocppbridge.mappings.play.Play;

/** Commands of a 2.0.1 CSMS, and what a charger says to them. */
abstract class StationCommandsCase {

  static final String RESERVE =
      "{\"id\":5,\"expiryDateTime\":\"2026-03-01T13:00:00Z\",\"evseId\":1,"
          + "\"idToken\":{\"idToken\":\"04A1B2C3\",\"type\":\"ISO14443\"}}";

  static final String LIST =
      "{\"versionNumber\":3,\"updateType\":\"Full\",\"localAuthorizationList\":[{"
          + "\"idToken\":{\"idToken\":\"04A1B2C3\",\"type\":\"ISO14443\"},"
          + "\"idTokenInfo\":{\"status\":\"NoCredit\",\"groupIdToken\":"
          + "{\"idToken\":\"FLEET\",\"type\":\"Central\"}}}]}";

  static final Map<String, String> CALLS =
      Map.of(
          "CancelReservation", "{\"reservationId\":5}",
          "ChangeAvailability", "{\"operationalStatus\":\"Inoperative\"}",
          "ClearCache", "{}",
          "GetLocalListVersion", "{}",
          "ReserveNow", RESERVE,
          "Reset", "{\"type\":\"Immediate\"}",
          "SendLocalList", LIST,
          "UnlockConnector", "{\"evseId\":2,\"connectorId\":1}");

  static final Map<String, Operation<?, ?>> OPERATIONS =
      Map.of(
          "CancelReservation", CancelReservation.FROM_CSMS,
          "ChangeAvailability", ChangeAvailability.FROM_CSMS,
          "ClearCache", ClearCache.FROM_CSMS,
          "GetLocalListVersion", GetLocalListVersion.FROM_CSMS,
          "ReserveNow", ReserveNow.FROM_CSMS,
          "Reset", Reset.FROM_CSMS,
          "SendLocalList", SendLocalList.FROM_CSMS,
          "UnlockConnector", UnlockConnector.FROM_CSMS);

  /** What the charger says, by its word. */
  static final Map<String, Function<String, Object>> ANSWERS =
      Map.of(
          "CancelReservation",
          word -> new CancelReservation.Answer(CancelReservationStatus.valueOf(word)),
          "ChangeAvailability",
          word -> new ChangeAvailability.Answer(AvailabilityStatus.valueOf(word)),
          "ClearCache",
          word -> new ClearCache.Answer(ClearCacheStatus.valueOf(word)),
          "GetLocalListVersion",
          word -> new GetLocalListVersion.Answer(Integer.valueOf(word)),
          "ReserveNow",
          word -> new ReserveNow.Answer(ReservationStatus.valueOf(word)),
          "Reset",
          word -> new Reset.Answer(ResetStatus.valueOf(word)),
          "SendLocalList",
          word -> new SendLocalList.Answer(UpdateStatus.valueOf(word)),
          "UnlockConnector",
          word -> new UnlockConnector.Answer(UnlockStatus.valueOf(word)));

  @SuppressWarnings("unchecked")
  static void says(Play play, String action, String word) {
    play.charger(
        (Operation<Object, Object>) OPERATIONS.get(action), ANSWERS.get(action).apply(word));
  }

  static void reserved(Play play) {
    says(play, "ReserveNow", "ACCEPTED");
    assertThat(answer(play, "ReserveNow", RESERVE)).isEqualTo("Accepted");
    play.asked.clear();
  }
}
