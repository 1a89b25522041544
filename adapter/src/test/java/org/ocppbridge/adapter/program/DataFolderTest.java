package org.ocppbridge.adapter.program;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DataFolderTest {

  @ParameterizedTest
  @CsvSource({
    "rwx------, false",
    "rwxr-x---, false",
    "rwxr-x--x, true",
    "rwxr-xr-x, true",
    "rwxrwxrwx, true"
  })
  void aDataFolderThatOthersCanReadIsNoticed(
      String permissions, boolean noticed, @TempDir Path data) throws IOException {
    Files.setPosixFilePermissions(data, PosixFilePermissions.fromString(permissions));
    assertThat(DataFolder.isReadByOthers(data)).isEqualTo(noticed);
  }
}
