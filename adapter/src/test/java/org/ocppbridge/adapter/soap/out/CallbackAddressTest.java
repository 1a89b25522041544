package org.ocppbridge.adapter.soap.out;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.ocppbridge.adapter.config.Callback;
import org.ocppbridge.adapter.config.Cidr;
import org.ocppbridge.adapter.config.Rewrite;
import org.ocppbridge.adapter.soap.out.CallbackAddress.Decision;
import org.ocppbridge.adapter.soap.out.CallbackAddress.How;

class CallbackAddressTest {

  private static final InetAddress SOURCE = InetAddress.ofLiteral("10.1.2.3");

  @ParameterizedTest
  @CsvSource({
    "http://10.1.2.3:8080/ocpp, http://10.1.2.3:8080/ocpp",
    "http://10.1.2.3, http://10.1.2.3",
    "HTTPS://10.1.2.3:8443/a%2Fb?c=%20d, https://10.1.2.3:8443/a%2Fb?c=%20d",
    "'  http://10.1.2.3:8080/\n', http://10.1.2.3:8080/",
    "http://:8082/, http://10.1.2.3:8082/",
    "http://:8082, http://10.1.2.3:8082",
    "http:///ws, http://10.1.2.3/ws",
    "http://0.0.0.0:12800/chargePointService/ocpp16soap/, http://10.1.2.3:12800/chargePointService/ocpp16soap/",
    "http://[::]:80/, http://10.1.2.3:80/",
    "http://[::ffff:10.1.2.3]:80/, http://10.1.2.3:80/",
    "http://user:password@10.1.2.3:8080/x#y, http://10.1.2.3:8080/x",
    "http://10.1.2.3:/x, http://10.1.2.3/x"
  })
  void theAddressOfTheRequestItselfIsAllowed(String from, String expected) {
    Decision decision = decide(Callback.DEFAULT, from);
    assertThat(decision.address()).contains(URI.create(expected));
    assertThat(decision.how()).isEqualTo(How.LEARNT);
    assertThat(decision.alarm()).isFalse();
    assertThat(decision.permits(URI.create(expected), SOURCE)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://10.1.2.4:8080/",
        "http://127.0.0.1:8081/api",
        "http://169.254.169.254/latest/meta-data",
        "http://[::1]/",
        "http://[fe80::1]/",
        "http://10.1.2.3\\@10.9.9.9/"
      })
  void anAddressOutsideTheRangesIsAnAlarm(String from) {
    Decision decision = decide(Callback.DEFAULT, from);
    assertThat(decision.address()).isEmpty();
    assertThat(decision.alarm()).isTrue();
    assertThat(decision.reason())
        .contains("lies outside the allowed ranges")
        .endsWith("the request came from 10.1.2.3");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://127.0.0.1:8081/api",
        "http://[::ffff:127.0.0.1]/",
        "http://169.254.169.254/latest/meta-data",
        "http://[::ffff:169.254.169.254]/",
        "http://[::1]/",
        "http://[fe80::1]/",
        "http://224.0.0.1/",
        "http://[ff02::1]/"
      })
  void aWideRangeMeansNeitherThisMachineNorItsCable(String from) {
    Callback all =
        new Callback(true, List.of(Cidr.parse("0.0.0.0/0"), Cidr.parse("::/0")), List.of());
    assertThat(decide(all, from).alarm()).isTrue();
    assertThat(decide(all, from).address()).isEmpty();
    assertThat(decide(all, "http://10.9.9.9/").alarm()).isFalse();
  }

  @Test
  void aWideRangeMeansThisMachineForRequestsOfThisMachine() {
    Callback all = new Callback(false, List.of(Cidr.parse("0.0.0.0/0")), List.of());
    Optional<String> from = Optional.of("http://127.0.0.1:9000/");
    InetAddress here = InetAddress.ofLiteral("127.0.0.1");
    assertThat(CallbackAddress.decide(Optional.empty(), all, from, here).address()).isPresent();
  }

  @Test
  void aNarrowOneDoes() {
    Callback near =
        new Callback(
            true, List.of(Cidr.parse("127.0.0.0/8"), Cidr.parse("169.254.0.0/16")), List.of());
    assertThat(decide(near, "http://127.0.0.1/").address()).isPresent();
    assertThat(decide(near, "http://169.254.7.7/").address()).isPresent();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://www.w3.org/2005/08/addressing/anonymous",
        "http://schemas.xmlsoap.org/ws/2004/08/addressing/role/anonymous",
        "ftp://10.1.2.3/",
        "urn:uuid:1",
        "10.1.2.3:8080",
        "http://10.1.2.3:99999/",
        "http://10.1.2.3:0/",
        "http://127.1/",
        "http://2130706433/",
        "http://0x7f.0.0.1/",
        "http://10.1.2.999/",
        "http://a b/",
        "http://10.1.2.3/a b",
        "http://[::1/",
        "http://10.1.2.3\u0000.evil/",
        "jar:http://10.1.2.3/!/"
      })
  void whatIsNoHttpAddressIsNone(String from) {
    Decision decision = decide(Callback.DEFAULT, from);
    assertThat(decision.address()).isEmpty();
    assertThat(decision.alarm()).isFalse();
    assertThat(decision.reason()).contains("From is no http address").doesNotContain("\u0000");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "  \n"})
  void anEmptyFromIsNoFrom(String from) {
    assertThat(decide(Callback.DEFAULT, from).reason()).contains("no From");
    assertThat(
            CallbackAddress.decide(Optional.empty(), Callback.DEFAULT, Optional.empty(), SOURCE)
                .how())
        .isEqualTo(How.NONE);
  }

  @Test
  void aConfiguredAddressWinsAndMayResolveToAnything() {
    URI configured = URI.create("http://charger.example:8090/");
    Decision decision =
        CallbackAddress.decide(
            Optional.of(configured), Callback.DEFAULT, Optional.of("http://10.1.2.3/"), SOURCE);
    assertThat(decision.address()).contains(configured);
    assertThat(decision.permits(configured, InetAddress.ofLiteral("192.0.2.9"))).isTrue();
    assertThat(decision.permits(URI.create("http://10.1.2.3/"), SOURCE)).isFalse();
  }

  @Test
  void rangesAllowMore() {
    Callback rules =
        new Callback(
            false, List.of(Cidr.parse("10.9.0.0/16"), Cidr.parse("2001:db8::/32")), List.of());
    assertThat(decide(rules, "http://10.9.1.1/").address())
        .contains(URI.create("http://10.9.1.1/"));
    assertThat(decide(rules, "http://[2001:db8::5]:8080/x").address())
        .contains(URI.create("http://[2001:db8:0:0:0:0:0:5]:8080/x"));
    assertThat(decide(rules, "http://10.1.2.3/").alarm()).isTrue();
    assertThat(decide(rules, "http://:8080/").alarm()).isTrue();
  }

  @Test
  void aNameIsCheckedWhenItIsResolved() {
    Decision decision = decide(Callback.DEFAULT, "http://cp-1.local:8080/ocpp");
    URI address = URI.create("http://cp-1.local:8080/ocpp");
    assertThat(decision.address()).contains(address);
    assertThat(decision.permits(address, SOURCE)).isTrue();
    assertThat(decision.permits(address, InetAddress.ofLiteral("127.0.0.1"))).isFalse();
    assertThat(decision.permits(URI.create("http://other/"), SOURCE)).isFalse();
  }

  @Test
  void anAddressBehindNatIsRewritten() {
    Callback toSource = rewriting("192.168.0.0/16", new Rewrite.To.Source(), OptionalInt.of(9000));
    assertThat(decide(toSource, "http://192.168.1.5:8080/a%2Fb?x=%20").address())
        .contains(URI.create("http://10.1.2.3:9000/a%2Fb?x=%20"));
    Callback toHost =
        rewriting("192.168.0.0/16", new Rewrite.To.Host("gateway.example"), OptionalInt.empty());
    Decision decision = decide(toHost, "http://192.168.1.5:8080/x");
    URI rewritten = URI.create("http://gateway.example:8080/x");
    assertThat(decision.address()).contains(rewritten);
    assertThat(decision.how()).isEqualTo(How.REWRITTEN);
    assertThat(decision.permits(rewritten, InetAddress.ofLiteral("203.0.113.1"))).isTrue();
    Callback toRange =
        rewriting(
            "192.168.0.0/16",
            new Rewrite.To.Range(Cidr.parse("10.77.0.0/16")),
            OptionalInt.empty());
    assertThat(decide(toRange, "http://192.168.1.5:8080/x").address())
        .contains(URI.create("http://10.77.1.5:8080/x"));
  }

  @Test
  void anIpv6SourceIsCalledInBrackets() {
    InetAddress source = InetAddress.ofLiteral("2001:db8::9");
    Decision decision =
        CallbackAddress.decide(
            Optional.empty(), Callback.DEFAULT, Optional.of("http://:8082/x"), source);
    assertThat(decision.address()).contains(URI.create("http://[2001:db8:0:0:0:0:0:9]:8082/x"));
    assertThat(decision.permits(decision.address().orElseThrow(), source)).isTrue();
  }

  private static Callback rewriting(String range, Rewrite.To to, OptionalInt port) {
    return new Callback(true, List.of(), List.of(new Rewrite(Cidr.parse(range), to, port)));
  }

  private static Decision decide(Callback rules, String from) {
    return CallbackAddress.decide(Optional.empty(), rules, Optional.of(from), SOURCE);
  }
}
