package org.ocppbridge.adapter.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Nothing secret gets into the ledger, and nothing else is changed. */
class SecretsTest {
  private static final String SECRET = "hunter2-hunter2";

  @ParameterizedTest
  @ValueSource(
      strings = {
        "[2,\"1\",\"ChangeConfiguration\",{\"key\":\"AuthorizationKey\",\"value\":\"SECRET\"}]",
        "[2,\"1\",\"ChangeConfiguration\",{\"value\":\"SECRET\",\"key\":\"authorizationkey\"}]",
        "[3,\"1\",{\"configurationKey\":[{\"key\":\"A\",\"readonly\":false,\"value\":\"1\"},"
            + "{\"key\":\"WifiPassword\",\"readonly\":false,\"value\":\"SECRET\"}]}]",
        "[2,\"1\",\"SetVariables\",{\"setVariableData\":[{\"attributeValue\":\"SECRET\","
            + "\"component\":{\"name\":\"SecurityCtrlr\"},"
            + "\"variable\":{\"name\":\"BasicAuthPassword\"}}]}]",
        "[2,\"1\",\"NotifyReport\",{\"reportData\":[{\"component\":{\"name\":\"SecurityCtrlr\"},"
            + "\"variable\":{\"name\":\"BasicAuthPassword\"},"
            + "\"variableAttribute\":[{\"type\":\"Actual\",\"value\":\"SECRET\"}]}]}]",
        "[2,\"1\",\"SetNetworkProfile\",{\"connectionData\":{\"apn\":{\"apnPassword\":\"SECRET\"}}}]",
        "[2,\"1\",\"SetNetworkProfile\",{\"connectionData\":{\"vpn\":{\"password\":\"x\","
            + "\"key\":\"SECRET\"}}}]",
        "[2,\"1\",\"DataTransfer\",{\"data\":\"{\\\"password\\\":\\\"SECRET\\\"}\"}]",
        "[2,\"1\",\"DataTransfer\",{\"data\":\"Authorization: Basic SECRET\"}]",
        "[2,\"1\",\"GetDiagnostics\",{\"location\":\"ftp://user:SECRET@host/x\"}]",
        "[2,\"1\",\"GetDiagnostics\",{\"location\":\"ftp:\\/\\/user:a@SECRET@host\\/x\"}]",
        "[2,\"1\",\"UpdateFirmware\",{\"location\":\"https://host/x?v=1&token=SECRET\"}]",
        "[2,\"1\",\"X\",{\"pem\":\"-----BEGIN EC PRIVATE KEY-----\\nSECRET\\n-----END EC PRIVATE"
            + " KEY-----\"}]",
        "[2,\"1\",\"ChangeConfiguration\",{\"key\":\"AuthorizationKey\",\"value\":\"SECRET"
      })
  void secrets_in_frames_are_masked(String frame) {
    assertThat(Secrets.inJson(frame.replace("SECRET", SECRET))).doesNotContain(SECRET);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<c:changeConfigurationRequest><c:key>AuthorizationKey</c:key><c:value>SECRET</c:value>"
            + "</c:changeConfigurationRequest>",
        "<changeConfigurationRequest><value>SECRET</value><key> wifi-password </key>"
            + "</changeConfigurationRequest>",
        "<r><configurationKey><key>A</key><readonly>false</readonly><value>1</value>"
            + "</configurationKey><configurationKey><key>authorizationKey</key>"
            + "<readonly>false</readonly><value><![CDATA[SECRET]]></value></configurationKey></r>",
        "<key>AuthorizationKey</key><value>SECRET",
        "<x><Password type=\"a\">SECRET</Password></x>",
        "<location>ftp://user:SECRET@host/x</location>",
        "<location>http://host/x?a=1&amp;token=SECRET</location>",
        "<data>-----BEGIN PRIVATE KEY-----SECRET-----END PRIVATE KEY-----</data>",
        "<data>-----BEGIN PRIVATE KEY-----SECRET"
      })
  void secrets_in_envelopes_are_masked(String envelope) {
    assertThat(Secrets.inSoap(envelope.replace("SECRET", SECRET))).doesNotContain(SECRET);
  }

  @Test
  void all_else_stays_as_it_came() {
    String keys =
        "[3,\"1\",{\"configurationKey\":[{\"key\":\"AuthorizationCacheEnabled\", \"value\":\"true\"},"
            + "{\"key\":\"AuthorizationKey\",\"value\":\"x\"},{\"key\":\"B\",\"value\":1.50}]}]";
    assertThat(Secrets.inJson(keys)).isEqualTo(keys.replace("\"x\"", "\"***\""));
    String soap =
        "<r><configurationKey><key>A</key><value>1</value></configurationKey>\r\n"
            + "<configurationKey><key>AuthorizationKey</key><value>x</value></configurationKey>"
            + "<configurationKey><key>B</key><value>2</value></configurationKey></r>";
    assertThat(Secrets.inSoap(soap)).isEqualTo(soap.replace(">x<", ">***<"));
    String url = "[2,\"1\",\"UpdateFirmware\",{\"location\":\"https://host:8443/a@b?v=1\"}]";
    assertThat(Secrets.inJson(url)).isEqualTo(url);
    String plain = "[2,\"1\",\"Authorize\",{\"idTag\":\"BASIC TAG\"}]";
    assertThat(Secrets.inJson(plain)).isSameAs(plain);
  }
}
