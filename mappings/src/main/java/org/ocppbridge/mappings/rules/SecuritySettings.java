package org.ocppbridge.mappings.rules;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.ocppbridge.mappings.Access;
import org.ocppbridge.mappings.AccessChange;
import org.ocppbridge.mappings.Change;
import org.ocppbridge.mappings.ChargerView;
import org.ocppbridge.mappings.LinkSecurity;

/** The keys of 1.6 that change how the bridge signs in (white paper A01, A05; OCPP-J 1.6 §6.2). */
final class SecuritySettings {

  /** 16 to 20 bytes (white paper A00.FR.205, OCPP-J §6.2.2). */
  private static final Pattern HEXADECIMAL = Pattern.compile("([0-9A-Fa-f]{2}){16,20}");

  private static final Pattern TEXT = Pattern.compile("[\\x21-\\x7e]{16,40}");
  private static final Pattern PROFILE = Pattern.compile("[1-3]");
  private static final int CLIENT_CERTIFICATE = 3;

  private SecuritySettings() {}

  /** AuthorizationKey. One that cannot be kept would lock the charger out with the next restart. */
  static Optional<List<Change>> password(String value, ChargerView view) {
    LinkSecurity security = view.uplink().security();
    Pattern form = security.hexadecimalPassword() ? HEXADECIMAL : TEXT;
    return Optional.of(value)
        .filter(text -> form.matcher(text).matches())
        .flatMap(security::seal)
        .map(hidden -> List.of(new AccessChange.PasswordGiven(hidden)));
  }

  /** SecurityProfile: it may only rise, and only to what there is all for (A05). */
  static Optional<List<Change>> profile(String value, ChargerView view) {
    if (!PROFILE.matcher(value).matches()) {
      return Optional.empty();
    }
    int profile = Integer.parseInt(value);
    int now = view.securityProfile();
    if (profile == now) {
      return Optional.of(List.of());
    }
    boolean possible =
        profile > now && has(profile, view) && view.uplink().security().reaches(profile);
    return possible
        ? Optional.of(List.of(new AccessChange.ProfileWanted(profile)))
        : Optional.empty();
  }

  private static boolean has(int profile, ChargerView view) {
    Access access = view.state().access();
    LinkSecurity security = view.uplink().security();
    return profile == CLIENT_CERTIFICATE
        ? access.certificate().isPresent()
            || access.nextCertificate().isPresent()
            || security.configuredCertificate()
        : access.password().isPresent()
            || access.nextPassword().isPresent()
            || security.configuredPassword();
  }
}
