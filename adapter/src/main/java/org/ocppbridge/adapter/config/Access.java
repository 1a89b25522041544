package org.ocppbridge.adapter.config;

import java.util.List;
import java.util.Optional;

/**
 * What whoever speaks as a charger has to show, over being listed. All that is said has to hold;
 * where nothing is said, being listed (or {@code autoRegister}) is enough.
 *
 * @param sources ranges its requests have to come from
 * @param path a secret part of the path of its URL, in lower case
 * @param basic user and password of HTTP Basic
 * @param certificate the common name of its TLS client certificate, with {@code {id}} for the
 *     identity; {@link #ANY_CERTIFICATE}: any that was issued by those who are trusted
 * @param pinnedDevice what a change of vendor, model or serial number leads to
 * @param pinnedSource what a change of the address its requests come from leads to
 */
public record Access(
    Optional<List<Cidr>> sources,
    Optional<Secret> path,
    Optional<Basic> basic,
    Optional<String> certificate,
    Optional<OnChange> pinnedDevice,
    Optional<OnChange> pinnedSource) {

  /** The word for any certificate. */
  public static final String ANY_CERTIFICATE = "any";

  /** Nothing said. */
  public static final Access NONE =
      new Access(
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty());

  /**
   * HTTP Basic.
   *
   * @param user with {@code {id}} for the identity
   */
  public record Basic(String user, Secret password) {}

  /** What is done when something is not as it was at the first boot. */
  public enum OnChange {
    /** It is not looked at. */
    OFF,
    /** It is told in the log and on the page of the charger until a person accepts it. */
    ALARM,
    /** The same, and the request is refused. */
    REFUSE
  }

  /** Whether anything has to be shown. */
  public boolean asks() {
    return sources.isPresent() || path.isPresent() || basic.isPresent() || certificate.isPresent();
  }

  /** Whether something has to be shown that an attacker on another machine does not have. */
  public boolean proves() {
    return path.isPresent() || basic.isPresent() || certificate.isPresent();
  }

  /** What a change of vendor, model or serial number leads to. */
  public OnChange device() {
    return pinnedDevice.orElse(OnChange.ALARM);
  }

  /** What a change of the source leads to. */
  public OnChange source() {
    return pinnedSource.orElse(OnChange.ALARM);
  }

  /** This, and where it says nothing what a wider level says. */
  public Access orElse(Access wider) {
    return new Access(
        sources.or(wider::sources),
        path.or(wider::path),
        basic.or(wider::basic),
        certificate.or(wider::certificate),
        pinnedDevice.or(wider::pinnedDevice),
        pinnedSource.or(wider::pinnedSource));
  }
}
