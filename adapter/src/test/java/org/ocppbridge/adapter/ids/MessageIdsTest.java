package org.ocppbridge.adapter.ids;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class MessageIdsTest {

  @Test
  void idsAreRandomUuidsThatDiffer() {
    var ids = Stream.generate(MessageIds::uuid).limit(10_000).collect(Collectors.toSet());

    assertThat(ids).hasSize(10_000);
    assertThat(ids)
        .allSatisfy(
            id -> {
              UUID uuid = UUID.fromString(id);
              assertThat(uuid.version()).isEqualTo(4);
              assertThat(uuid.variant()).isEqualTo(2);
            });
  }

  @Test
  void thoseOfSoapAreUrns() {
    assertThat(MessageIds.urn()).startsWith("urn:uuid:").hasSize(45);
  }
}
