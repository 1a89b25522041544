package org.ocppbridge.mappings.json16;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.ocppbridge.mappings.BridgeFault;
import org.ocppbridge.mappings.SoapVersion;
import org.ocppbridge.mappings.model.AuthorizationStatus;
import org.ocppbridge.mappings.model.Authorize;
import org.ocppbridge.mappings.model.ClearCache;
import org.ocppbridge.mappings.model.ClearCacheStatus;
import org.ocppbridge.mappings.model.IdTagInfo;
import org.ocppbridge.mappings.play.Play;
import org.ocppbridge.mappings.play.Say;

/** Authorize, and what is known of idTags while the CSMS is away. */
class AuthorizeTest {

  private final Play play = Play.accepted(SoapVersion.V15);

  private IdTagInfo authorize(String idTag) {
    return play.ask(Authorize.FROM_CHARGER, Say.authorize(idTag)).idTagInfo();
  }

  @Test
  void theCsmsDecides() {
    play.csms(
        "Authorize",
        "{\"idTagInfo\":{\"status\":\"Blocked\",\"parentIdTag\":\"P\",\"expiryDate\":\"2026-04-01T00:00:00+02:00\"}}");
    IdTagInfo info = authorize("TAG");
    assertThat(info.status()).isEqualTo(AuthorizationStatus.BLOCKED);
    assertThat(info.parentIdTag()).isEqualTo("P");
    assertThat(info.expiryDate()).isEqualTo("2026-03-31T22:00:00Z");
  }

  @Test
  void anEmptyOrTooLongIdTagIsInvalidAndNotSent() {
    assertThat(authorize("").status()).isEqualTo(AuthorizationStatus.INVALID);
    assertThat(authorize("123456789012345678901").status()).isEqualTo(AuthorizationStatus.INVALID);
    assertThat(play.sent).isEmpty();
    authorize("12345678901234567890");
    assertThat(play.sent).hasSize(1);
  }

  @Test
  void aKnownIdTagGetsWhatTheCsmsSaidBeforeForADay() {
    authorize("Tag");
    play.csms("Authorize", "{\"idTagInfo\":{\"status\":\"Blocked\"}}");
    authorize("BAD");
    play.up = false;
    assertThat(authorize("TAG").status()).isEqualTo(AuthorizationStatus.ACCEPTED);
    assertThat(authorize("bad").status()).isEqualTo(AuthorizationStatus.BLOCKED);
    play.later(Duration.ofHours(25));
    assertThatThrownBy(() -> authorize("TAG")).isInstanceOf(BridgeFault.Undecided.class);
  }

  @Test
  void anIdTagPastItsExpiryDateIsExpired() {
    play.csms(
        "Authorize",
        "{\"idTagInfo\":{\"status\":\"Accepted\",\"expiryDate\":\"2026-03-05T00:00:00Z\"}}");
    authorize("TAG");
    play.up = false;
    play.later(Duration.ofHours(48));
    assertThat(authorize("TAG").status()).isEqualTo(AuthorizationStatus.ACCEPTED);
    play.later(Duration.ofHours(48));
    assertThat(authorize("TAG").status()).isEqualTo(AuthorizationStatus.EXPIRED);
  }

  @Test
  void anUnknownIdTagIsAFaultSoThatTheChargerDecides() {
    play.csmsRefuses("Authorize");
    assertThatThrownBy(() -> authorize("TAG")).isInstanceOf(BridgeFault.Undecided.class);
  }

  @Test
  void anAnswerWithoutAStatusIsNone() {
    play.csms("Authorize", "{\"idTagInfo\":{\"status\":\"Perhaps\"}}");
    assertThatThrownBy(() -> authorize("TAG")).isInstanceOf(BridgeFault.Undecided.class);
  }

  @Test
  void concurrentTxSaysNothingOfTheIdTag() {
    authorize("TAG");
    play.csms("Authorize", "{\"idTagInfo\":{\"status\":\"ConcurrentTx\"}}");
    assertThat(authorize("TAG").status()).isEqualTo(AuthorizationStatus.CONCURRENT_TX);
    play.up = false;
    assertThat(authorize("TAG").status()).isEqualTo(AuthorizationStatus.ACCEPTED);
  }

  @Test
  void clearingTheCacheClearsWhatTheBridgeKnows() {
    authorize("TAG");
    play.charger(ClearCache.FROM_CSMS, new ClearCache.Answer(ClearCacheStatus.ACCEPTED));
    assertThat(play.status("ClearCache", "{}")).isEqualTo("Accepted");
    play.up = false;
    assertThatThrownBy(() -> authorize("TAG")).isInstanceOf(BridgeFault.Undecided.class);
  }
}
