package org.ocppbridge.adapter.access;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.cert.X509Certificate;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javax.naming.InvalidNameException;
import javax.naming.ldap.LdapName;
import javax.naming.ldap.Rdn;
import org.ocppbridge.adapter.config.Access;
import org.ocppbridge.adapter.config.Cidr;
import org.ocppbridge.adapter.config.Secret;
import org.ocppbridge.adapter.soap.Caller;
import org.ocppbridge.mappings.BridgeFault;
import org.ocppbridge.mappings.ChargerId;

/** Holds what a request shows against what is asked of it. Every part that is asked has to hold. */
final class Papers {

  private static final String ID = "{id}";

  private Papers() {}

  /**
   * @throws BridgeFault.UnknownCharger if something that is asked is missing or wrong; the message
   *     names what, never its value
   */
  static void check(Caller caller, Access access) {
    require(access.sources().map(ranges -> fromOneOf(caller, ranges)), caller, "sources", false);
    require(access.path().map(secret -> pathHolds(caller, secret)), caller, "path", false);
    require(
        access.certificate().map(name -> certificateIs(caller, name)),
        caller,
        "certificate",
        false);
    require(access.basic().map(basic -> passwordIs(caller, basic)), caller, "basic", true);
  }

  private static void require(
      Optional<Boolean> holds, Caller caller, String key, boolean password) {
    if (holds.isPresent() && !holds.get()) {
      throw new BridgeFault.UnknownCharger(
          "the request does not fulfil access." + key + " of charger " + caller.id(), password);
    }
  }

  private static boolean fromOneOf(Caller caller, List<Cidr> ranges) {
    return ranges.stream().anyMatch(range -> range.contains(caller.source().getAddress()));
  }

  /** Some part of the path is the secret, whatever the case of its letters (FF H4). */
  private static boolean pathHolds(Caller caller, Secret secret) {
    boolean found = false;
    for (String part : caller.proof().path().toLowerCase(Locale.ROOT).split("/")) {
      found |= secret.matches(part);
    }
    return found;
  }

  private static boolean passwordIs(Caller caller, Access.Basic basic) {
    String user = basic.user().replace(ID, caller.id().value());
    byte[] wanted = (user + ":" + basic.password().reveal()).getBytes(StandardCharsets.UTF_8);
    return caller
        .proof()
        .authorization()
        .filter(header -> header.regionMatches(true, 0, "Basic ", 0, 6))
        .flatMap(header -> decoded(header.substring(6).strip()))
        .filter(given -> MessageDigest.isEqual(wanted, given))
        .isPresent();
  }

  private static Optional<byte[]> decoded(String base64) {
    try {
      return Optional.of(Base64.getDecoder().decode(base64));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private static boolean certificateIs(Caller caller, String name) {
    return caller
        .proof()
        .certificate()
        .filter(
            shown ->
                name.equals(Access.ANY_CERTIFICATE)
                    || commonNames(shown).contains(wanted(name, caller.id())))
        .isPresent();
  }

  private static String wanted(String name, ChargerId id) {
    return name.replace(ID, id.value());
  }

  private static List<String> commonNames(X509Certificate certificate) {
    try {
      LdapName subject = new LdapName(certificate.getSubjectX500Principal().getName());
      return subject.getRdns().stream()
          .filter(part -> part.getType().equalsIgnoreCase("CN"))
          .map(Rdn::getValue)
          .map(value -> value instanceof byte[] bytes ? Arrays.toString(bytes) : value.toString())
          .toList();
    } catch (InvalidNameException e) {
      return List.of();
    }
  }
}
