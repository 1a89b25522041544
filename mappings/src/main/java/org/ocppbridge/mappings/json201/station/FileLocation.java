package org.ocppbridge.mappings.json201.station;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.ocppbridge.mappings.ChargerView;
import org.ocppbridge.mappings.json201.base.Keys;

/** Where a charger is to load a file from or to. */
final class FileLocation {

  /** What any charger may know; 1.2 and 1.5 cannot say what they do (MR C1). */
  private static final Set<String> USUAL = Set.of("ftp", "ftps", "sftp", "http", "https");

  private FileLocation() {}

  /** Whether the charger knows the protocol, as far as it says (FileTransferProtocols). */
  static boolean usable(String location, ChargerView view) {
    int colon = location.indexOf(':');
    String scheme = colon < 0 ? "" : location.substring(0, colon).strip().toLowerCase(Locale.ROOT);
    List<String> said = Keys.words("SupportedFileTransferProtocols", view);
    return said.isEmpty()
        ? USUAL.contains(scheme)
        : said.stream().anyMatch(protocol -> protocol.equalsIgnoreCase(scheme));
  }
}
