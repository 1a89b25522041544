package org.ocppbridge.adapter.demo;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RenderingTest {
  private static final String ENVELOPE =
      "<?xml version=\"1.0\"?>\n<s:Envelope xmlns:s=\"urn:s\"><s:Header/><s:Body><o:authorizeRequest xmlns:o=\"urn:o\">"
          + "<o:idTag a=\"x>y\">TAG &amp; 1</o:idTag><o:list><o:e></o:e></o:list></o:authorizeRequest></s:Body></s:Envelope>";

  @Test
  void anEnvelopeIsLaidOutInLines() {
    assertThat(PrettyXml.whole(ENVELOPE))
        .containsExactly(
            "<?xml version=\"1.0\"?>",
            "<s:Envelope xmlns:s=\"urn:s\">",
            "  <s:Header/>",
            "  <s:Body>",
            "    <o:authorizeRequest xmlns:o=\"urn:o\">",
            "      <o:idTag a=\"x>y\">TAG &amp; 1</o:idTag>",
            "      <o:list>",
            "        <o:e></o:e>",
            "      </o:list>",
            "    </o:authorizeRequest>",
            "  </s:Body>",
            "</s:Envelope>");
    assertThat(PrettyXml.body(ENVELOPE))
        .startsWith("<o:authorizeRequest xmlns:o=\"urn:o\">")
        .hasSize(6);
  }

  @Test
  void aFrameIsLaidOutInLines() throws Exception {
    assertThat(
            PrettyJson.frame(
                new ObjectMapper()
                    .readTree("[2,\"i\",\"X\",{\"a\":1,\"b\":[{\"c\":\"d\"}],\"e\":{}}]"),
                false))
        .containsExactly(
            "[2, \"i\", \"X\", {",
            "  \"a\": 1,",
            "  \"b\": [",
            "    {",
            "      \"c\": \"d\"",
            "    }",
            "  ],",
            "  \"e\": {}",
            "}]");
    assertThat(PrettyJson.frame(new ObjectMapper().readTree("[3,\"i\",{}]"), false))
        .containsExactly("[3, \"i\", {}]");
  }

  @Test
  void ofALongListTheBeginIsShownUnlessAllIsWanted() throws Exception {
    JsonNode frame = new ObjectMapper().readTree("[3,\"i\",{\"a\":[1,2,3,4,5,6]}]");
    assertThat(PrettyJson.frame(frame, false))
        .containsExactly(
            "[3, \"i\", {",
            "  \"a\": [",
            "    1,",
            "    2,",
            "    3,",
            "    4,",
            "    … 2 more",
            "  ]",
            "}]");
    assertThat(PrettyJson.frame(frame, true)).contains("    6").doesNotContain("    … 2 more");
  }

  @Test
  void bothStandSideBySideWithinTheWidth() {
    TwoColumns columns = new TwoColumns(60, false);

    List<String> lines =
        columns.row(
            PrettyXml.body(ENVELOPE),
            List.of("[2, \"0123456789\", \"Authorize\", {", "  \"idTag\": \"TAG & 1\"", "}]"),
            true);

    assertThat(String.join("\n", lines))
        .isEqualTo(
            """
            <o:authorizeRequest         ──▶ [2, "0123456789",
                xmlns:o="urn:o">                "Authorize", {
              <o:idTag a="x>y">TAG            "idTag": "TAG & 1"
                  &amp; 1</o:idTag>         }]
              <o:list>
                <o:e></o:e>
              </o:list>
            </o:authorizeRequest>""");
    assertThat(lines).allMatch(line -> line.length() <= 60);
  }

  @Test
  void aLongWordIsCutAndControlCharactersAreShownAsSuch() {
    TwoColumns columns = new TwoColumns(60, false);

    List<String> lines = columns.row(List.of("x".repeat(200)), List.of("a\u001B[31mb"), false);

    assertThat(lines).allMatch(line -> line.length() <= 60);
    assertThat(lines.getFirst()).endsWith(" ◀── a\uFFFD[31mb");
    assertThat(String.join("", lines).chars().filter(c -> c == 'x').count()).isEqualTo(200);
  }

  @Test
  void coloursAreUsedOnATerminalOnly() {
    assertThat(new TwoColumns(60, true).row(List.of("<a/>"), List.of("[]"), true).getFirst())
        .contains("\u001B[36m<a/>\u001B[0m");
    assertThat(Terminal.of(true, Map.of(), "24 100\n")).isEqualTo(new Terminal(true, 100, true));
    assertThat(Terminal.of(true, Map.of("NO_COLOR", "1", "COLUMNS", "90"), ""))
        .isEqualTo(new Terminal(true, 90, false));
    assertThat(Terminal.of(false, Map.of(), ""))
        .isEqualTo(new Terminal(false, Terminal.WIDTH_DEFAULT, false));
  }
}
