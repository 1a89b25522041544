package org.ocppbridge.adapter.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.ocppbridge.mappings.ChargerId;
import org.ocppbridge.mappings.Policy;
import org.ocppbridge.mappings.Policy201;

class RoutingTest {

  private static final String ONE = "targets: {main: {url: ws://csms:9000/ocpp}}\n";
  private static final String TWO = "targets: {a: {url: ws://a/}, b: {url: ws://b/}}\n";

  @Test
  void anUnlistedChargerIsRefusedByDefaultWithTheReason() {
    assertThat(refusal(ONE, "CP-1"))
        .isEqualTo("charger CP-1 is not listed under chargers, and autoRegister is false");
  }

  @Test
  void withoutRoutesAllGoToTheOnlyTarget() {
    assertThat(route(ONE + "autoRegister: true", "CP-1").targetName()).isEqualTo("main");
  }

  @Test
  void theFirstRouteThatMatchesWins() {
    String yaml =
        TWO
            + "autoRegister: true\nroutes: [{chargers: 'N-1*', target: a}, {chargers: 'N-*', target: b}]";

    assertThat(route(yaml, "N-12").targetName()).isEqualTo("a");
    assertThat(route(yaml, "N-2").targetName()).isEqualTo("b");
    assertThat(refusal(yaml, "n-2")).isEqualTo("no route matches charger n-2");
  }

  @Test
  void aRouteAloneLetsNobodyIn() {
    assertThat(refusal(ONE + "routes: [{chargers: '*', target: main}]", "X"))
        .contains("not listed");
  }

  @Test
  void aChargersOwnTargetOverridesTheRoutes() {
    String yaml =
        TWO + "routes: [{chargers: '*', target: a}]\nchargers: [{id: 'P*'}, {id: P1, target: b}]";

    assertThat(route(yaml, "P1").targetName()).isEqualTo("b");
    assertThat(route(yaml, "P2").targetName()).isEqualTo("a");
  }

  @Test
  void theNarrowestLevelThatSaysSomethingWinsKeyByKey() {
    ChargerSettings settings =
        route(
                """
                targets:
                  main: {url: ws://c/, timezone: Europe/Paris, closeConnection: true, wait: {start: 1s, stop: 1s, boot: 1s}}
                wait: {start: 9s, heartbeat: 9s}
                chargers:
                  - {id: "CP-*", timezone: Asia/Tokyo, soapAction: true, wait: {start: 2s, stop: 2s}}
                  - {id: CP-1, soapAction: false, wait: {start: 3s}, address: "http://10.0.0.1/"}
                """,
                "CP-1")
            .settings();

    assertThat(settings.timezone()).isEqualTo(ZoneId.of("Asia/Tokyo"));
    assertThat(settings.closeConnection()).isTrue();
    assertThat(settings.soapAction()).isFalse();
    assertThat(settings.address()).contains(URI.create("http://10.0.0.1/"));
    assertThat(settings.waits().of(Wait.START)).isEqualTo(Duration.ofSeconds(3));
    assertThat(settings.waits().of(Wait.STOP)).isEqualTo(Duration.ofSeconds(2));
    assertThat(settings.waits().of(Wait.BOOT)).isEqualTo(Duration.ofSeconds(1));
    assertThat(settings.waits().of(Wait.HEARTBEAT)).isEqualTo(Duration.ofSeconds(9));
    assertThat(settings.waits().of(Wait.AUTHORIZE)).isEqualTo(Duration.ofSeconds(20));
  }

  @Test
  void credentialsAreTheChargersElseTheTargets() {
    String yaml =
        """
        targets: {main: {url: ws://c/, auth: {password: shared}}}
        chargers:
          - {id: "*"}
          - {id: "00:80", csms: {identity: "MAC-{id}", user: "u", password: "4142", encoding: hex}}
        """;

    ChargerSettings.Credentials own = route(yaml, "00:80").settings().credentials().orElseThrow();
    assertThat(route(yaml, "00:80").settings().csmsIdentity()).isEqualTo("MAC-00:80");
    assertThat(own.user()).isEqualTo("u");
    assertThat(own.password().bytes()).isEqualTo("AB".getBytes(StandardCharsets.US_ASCII));
    assertThat(route(yaml, "CP").settings().credentials().orElseThrow().user()).isEqualTo("CP");
    assertThat(refusal(yaml, "00:81"))
        .contains("'00:81' cannot be a Basic user")
        .contains("csms.identity");
  }

  @Test
  void policyFollowsTheSettingsAndItsDefaultsAreTheSettingsDefaults() {
    assertThat(policy(ONE + "autoRegister: true")).isEqualTo(Policy.DEFAULT);
    assertThat(
            policy(ONE + "autoRegister: true\noffline: {unknownTag: {authorize: accept}}")
                .authorizeUnknown())
        .isEqualTo(Policy.UnknownTag.ACCEPT);
  }

  @Test
  void whatOnly201KnowsIsTheChargersElseTheTargets() {
    String yaml =
        """
        targets: {main: {url: ws://c/, ocpp201: {tokenType: Local, pending: gate, sampleAge: 60s}}}
        chargers:
          - {id: CP-1, topology: [[2, 1]], ocpp201: {tokenType: emaid, staleAfter: 10s}}
        """;

    assertThat(policy(yaml).ocpp201())
        .isEqualTo(
            new Policy201(
                List.of(List.of(2, 1)),
                "eMAID",
                true,
                Duration.ofSeconds(10),
                Duration.ofSeconds(60)));
  }

  @ParameterizedTest
  @CsvSource({
    "*, '', true",
    "*, x, true",
    "A*, A, true",
    "A*, a1, false",
    "*-1, CP-11, false",
    "*-1, CP-1-1, true",
    "A*B*C, AxxBxBxC, true",
    "A*B*C, AxxCxB, false",
    "A.C, ABC, false",
    "CP-1, CP-1, true",
  })
  void aStarStandsForAnyCharacters(String pattern, String identity, boolean matches) {
    assertThat(new Glob(pattern).matches(identity)).isEqualTo(matches);
  }

  @Test
  void onlyTheSourceOfARequestMayBeCalledByDefault() {
    Callback callback = route(ONE + "autoRegister: true", "A").settings().callback();

    assertThat(callback.allows(ip("10.0.0.1"), ip("10.0.0.1"))).isTrue();
    assertThat(callback.allows(ip("10.0.0.2"), ip("10.0.0.1"))).isFalse();
    assertThat(callback.allows(ip("::1"), ip("::1"))).isTrue();
  }

  @Test
  void rangesThatAreAllowedReplaceTheSourceUnlessItIsNamed() {
    String yaml =
        ONE
            + "chargers: [{id: A, callback: {allow: [10.1.0.0/16]}}, {id: B, callback: {allow: [source, 'fd00::/8']}}]";
    Callback ranges = route(yaml, "A").settings().callback();
    Callback both = route(yaml, "B").settings().callback();

    assertThat(ranges.allows(ip("10.1.255.255"), ip("9.9.9.9"))).isTrue();
    assertThat(ranges.allows(ip("9.9.9.9"), ip("9.9.9.9"))).isFalse();
    assertThat(both.allows(ip("9.9.9.9"), ip("9.9.9.9"))).isTrue();
    assertThat(both.allows(ip("fd12::1"), ip("9.9.9.9"))).isTrue();
  }

  @ParameterizedTest
  @CsvSource({
    "'{range: 192.168.0.0/16, to: source}',                    http://203.0.113.9:8080/ws?a=b",
    "'{range: 192.168.0.0/16, to: source, port: 18090}',       http://203.0.113.9:18090/ws?a=b",
    "'{range: 192.168.0.0/16, to: gateway.example}',           http://gateway.example:8080/ws?a=b",
    "'{range: 192.168.0.0/16, to: 100.64.0.0/16}',             http://100.64.1.7:8080/ws?a=b",
    "'{range: 192.168.0.0/16, to: ''fd00::1''}',               http://[fd00::1]:8080/ws?a=b",
  })
  void addressesBehindNatAreRewritten(String rule, String expected) {
    Rewrite rewrite =
        ConfigLoader.parse(ONE + "soap: {callback: {rewrite: [" + rule + "]}}")
            .soap()
            .callback()
            .rewrite()
            .getFirst();

    assertThat(
            rewrite.apply(
                URI.create("http://192.168.1.7:8080/ws?a=b"), ip("192.168.1.7"), ip("203.0.113.9")))
        .contains(URI.create(expected));
    assertThat(rewrite.apply(URI.create("http://10.0.0.1/"), ip("10.0.0.1"), ip("203.0.113.9")))
        .isEmpty();
  }

  private static Policy policy(String yaml) {
    return Policies.of(ConfigLoader.parse(yaml), route(yaml, "CP-1"));
  }

  private static Route route(String yaml, String id) {
    return new Routing(ConfigLoader.parse(yaml)).of(new ChargerId(id)).orElseThrow();
  }

  private static String refusal(String yaml, String id) {
    Routing.Decision decision = new Routing(ConfigLoader.parse(yaml)).decide(new ChargerId(id));
    return ((Routing.Decision.Refused) decision).reason();
  }

  private static InetAddress ip(String text) {
    return InetAddress.ofLiteral(text);
  }
}
