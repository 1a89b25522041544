package org.ocppbridge.adapter.charger;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.ocppbridge.adapter.config.ChargerSettings;
import org.ocppbridge.adapter.config.ConfigLoader;
import org.ocppbridge.adapter.config.Routing;
import org.ocppbridge.adapter.soap.Caller;
import org.ocppbridge.mappings.ChargerId;
import org.ocppbridge.mappings.Contact;
import org.ocppbridge.mappings.SoapVersion;

class LearntAddressTest {
  private static final ChargerId ID = new ChargerId("CP-1");
  private static final URI LEARNT = URI.create("http://10.1.2.3:8090/");

  private static ChargerSettings settings(String ofCharger) {
    return new Routing(
            ConfigLoader.parse(
                "targets: {main: {url: 'ws://csms/ocpp'}}\nchargers:\n  - {id: CP-1"
                    + ofCharger
                    + "}"))
        .of(ID)
        .orElseThrow()
        .settings();
  }

  private static LearntAddress address(String ofCharger) {
    return new LearntAddress(ID, settings(ofCharger), Optional.empty());
  }

  private static Caller caller(String source, String from) {
    return new Caller(
        ID,
        SoapVersion.V15,
        new InetSocketAddress(InetAddress.ofLiteral(source), 40_000),
        Optional.ofNullable(from),
        false);
  }

  @Test
  void the_address_in_from_is_taken_if_the_request_came_from_there_and_is_to_be_kept() {
    LearntAddress address = address("");
    assertThat(address.heard(caller("10.1.2.3", "http://10.1.2.3:8090/")))
        .contains(new Contact("http://10.1.2.3:8090/", "10.1.2.3", false));
    assertThat(address.get()).contains(LEARNT);
    assertThat(address.problem()).isEmpty();
    assertThat(address.mayCall(LEARNT, InetAddress.ofLiteral("10.1.2.3"))).isTrue();
    assertThat(address.mayCall(LEARNT, InetAddress.ofLiteral("10.1.2.4"))).isFalse();
  }

  @Test
  void the_same_again_is_nothing_new() {
    LearntAddress address = address("");
    address.heard(caller("10.1.2.3", "http://10.1.2.3:8090/"));
    assertThat(address.heard(caller("10.1.2.3", "http://10.1.2.3:8090/"))).isEmpty();
  }

  @Test
  void an_address_outside_is_not_used_and_the_one_before_stays() {
    LearntAddress address = address("");
    address.heard(caller("10.1.2.3", "http://10.1.2.3:8090/"));
    assertThat(address.heard(caller("10.1.2.3", "http://169.254.169.254/"))).isEmpty();
    assertThat(address.get()).contains(LEARNT);
    assertThat(address.warnings()).singleElement().asString().contains("169.254.169.254");
  }

  @Test
  void without_from_there_is_nothing_to_call_and_it_says_why() {
    LearntAddress address = address("");
    assertThat(address.nothing()).contains("CP-1", "has not said");
    address.heard(caller("10.1.2.3", null));
    assertThat(address.get()).isEmpty();
    assertThat(address.nothing()).contains("no From");
  }

  @Test
  void a_configured_address_beats_all() {
    LearntAddress address = address(", address: 'http://10.9.9.9:80/'");
    assertThat(address.get()).contains(URI.create("http://10.9.9.9:80/"));
    address.heard(caller("10.1.2.3", "http://10.1.2.3:8090/"));
    assertThat(address.get()).contains(URI.create("http://10.9.9.9:80/"));
    assertThat(
            address.mayCall(URI.create("http://10.9.9.9:80/"), InetAddress.ofLiteral("10.9.9.9")))
        .isTrue();
  }

  @Test
  void what_was_kept_is_known_before_the_charger_speaks_again() {
    Contact kept = new Contact("http://10.1.2.3:8090/", "10.1.2.3", true);
    LearntAddress address = new LearntAddress(ID, settings(""), Optional.of(kept));
    assertThat(address.get()).contains(LEARNT);
    assertThat(address.soap11()).isTrue();
    assertThat(address.mayCall(LEARNT, InetAddress.ofLiteral("10.1.2.3"))).isTrue();
  }

  @Test
  void what_was_kept_is_judged_by_the_settings_of_now() {
    Contact kept = new Contact("http://10.1.2.3:8090/", "10.1.2.3", false);
    ChargerSettings narrower = settings(", callback: {allow: [192.168.0.0/16]}");
    assertThat(new LearntAddress(ID, narrower, Optional.of(kept)).get()).isEmpty();
  }

  @Test
  void a_kept_source_that_is_no_address_does_not_stop_the_charger() {
    Contact kept = new Contact("http://10.1.2.3:8090/", "fe80::1%nosuch", false);
    assertThat(new LearntAddress(ID, settings(""), Optional.of(kept)).get()).isEmpty();
  }
}
