package org.ocppbridge.mappings.json201.base;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.ocppbridge.mappings.ChargerView;
import org.ocppbridge.mappings.SoapVersion;

/** The protocols by which a charger loads files, {@code FileTransferProtocols} (MR C1). */
public final class Protocols {
  private static final String KEY = "SupportedFileTransferProtocols";

  /** What any charger may know that was never asked. */
  private static final List<String> USUAL = List.of("FTP", "FTPS", "HTTP", "HTTPS", "SFTP");

  private Protocols() {}

  /** As the charger says; else, since 1.2 and 1.5 cannot say, as the settings do. */
  public static List<String> of(ChargerView view) {
    List<String> said =
        Keys.words(KEY, view).stream()
            .map(word -> word.toUpperCase(Locale.ROOT))
            .filter(USUAL::contains)
            .toList();
    return said.isEmpty() ? view.policy().ocpp201().hardware().fileTransfer() : said;
  }

  /** Whether a file may be there; a 1.6 charger that was not asked yet decides itself. */
  public static boolean usable(String location, ChargerView view) {
    int colon = location.indexOf(':');
    String scheme = colon < 0 ? "" : location.substring(0, colon).strip();
    boolean unasked =
        view.state().version() == SoapVersion.V16
            && Keys.words(KEY, view).isEmpty()
            && view.state().station().model().keysAt().equals(Instant.EPOCH);
    return (unasked ? USUAL : of(view)).stream().anyMatch(scheme::equalsIgnoreCase);
  }
}
