package org.ocppbridge.adapter.soap.out;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SoapOutTest {

  @ParameterizedTest
  @CsvSource({
    "10.1.2.3, http://10.1.2.3:8080/ocpp",
    "2001:db8::9, http://[2001:db8:0:0:0:0:0:9]:8080/ocpp",
    "::1, http://[0:0:0:0:0:0:0:1]:8080/ocpp"
  })
  void theAddressListenedOnIsThatOfFrom(String host, String from) {
    assertThat(SoapOut.defaultFrom(host, 8080, false)).hasToString(from);
  }

  @Test
  void listeningOnAllAddressesGivesTheMachinesOwn() {
    for (String all : new String[] {"0.0.0.0", "::"}) {
      assertThat(SoapOut.defaultFrom(all, 8080, true).toString())
          .startsWith("https://")
          .endsWith(":8080/ocpp")
          .doesNotContain("0.0.0.0", "[::]", "[0:0:0:0:0:0:0:0]");
    }
  }
}
