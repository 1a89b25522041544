package org.ocppbridge.adapter.secure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class VaultTest {
  private static final String SECRET = "a secret of CP-1";

  private final Vault vault = Vault.with("the operator's key");

  @Test
  void a_secret_is_opened_by_its_owner_alone() {
    String sealed = vault.seal("CP-1", SECRET);
    assertThat(sealed).doesNotContain("secret");
    assertThat(vault.open("CP-1", sealed)).contains(SECRET);
    assertThat(vault.open("CP-2", sealed)).isEmpty();
    assertThat(Vault.with("another key, not his").open("CP-1", sealed)).isEmpty();
    assertThat(vault.seal("CP-1", SECRET)).isNotEqualTo(sealed);
  }

  @Test
  void what_was_changed_or_is_no_secret_is_not_opened() {
    String sealed = vault.seal("CP-1", SECRET);
    assertThat(vault.open("CP-1", sealed.substring(0, sealed.length() - 6) + "AAAA==")).isEmpty();
    assertThat(vault.open("CP-1", "v1.")).isEmpty();
    assertThat(vault.open("CP-1", "v1.!")).isEmpty();
    assertThat(vault.open("CP-1", "plain")).isEmpty();
  }

  @Test
  void without_a_key_of_the_operator_one_is_made_that_only_the_owner_reads(@TempDir Path folder)
      throws IOException {
    String sealed = Vault.in(folder).seal("CP-1", SECRET);
    Path file = folder.resolve(Vault.FILE);
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo("rw-------");
    assertThat(Vault.in(folder).open("CP-1", sealed)).contains(SECRET);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "\n", "AAAA", "\0\0\0\0"})
  void a_key_that_a_crash_damaged_seals_nothing(String left, @TempDir Path folder)
      throws IOException {
    Files.writeString(folder.resolve(Vault.FILE), left);
    assertThatThrownBy(() -> Vault.in(folder))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("is damaged; put back a copy");
  }

  @Test
  void no_file_is_made_before_there_is_a_secret(@TempDir Path folder) {
    assertThat(Vault.in(folder)).isNotNull();
    assertThat(folder.resolve(Vault.FILE)).doesNotExist();
  }
}
