package org.ocppbridge.mappings.soap.envelope;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EnvelopeWriterTest {

  @ParameterizedTest
  @ValueSource(strings = {"", "x"})
  void charactersOfTwoHalvesStayWholeWhereverBuffersEnd(String before) {
    String text = before + "\uD83D\uDE97€".repeat(3000);
    Form form = new Form(false, Optional.empty(), Optional.empty());
    Element body = Element.of("urn:any", "any", List.of(Element.leaf("urn:any", "text", text)));

    byte[] message = EnvelopeWriter.message(form, List.of(), body);

    Element read = new TreeReader(Limits.DEFAULT).read(Decoding.decode(message, Optional.empty()));
    assertThat(read.deepText()).isEqualTo(text);
  }
}
