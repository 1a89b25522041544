package org.ocppbridge.adapter.link;

import java.time.Duration;
import java.util.Optional;
import org.ocppbridge.adapter.secure.KeyPairs;
import org.ocppbridge.adapter.secure.LogSender;
import org.ocppbridge.adapter.time.Time;
import org.ocppbridge.mappings.Access;
import org.ocppbridge.mappings.Access.Signing;
import org.ocppbridge.mappings.Access.Upload;
import org.ocppbridge.mappings.ChargerState;
import org.ocppbridge.mappings.LinkNews;
import org.ocppbridge.mappings.LinkNews.UploadResult;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What one charger's state asks of the bridge in the background: key pairs, and uploads of the
 * security log. What a crash cut short is begun again at the next start.
 */
public final class Background {
  private static final Logger LOG = LoggerFactory.getLogger(Background.class);

  private final LinkCredentials credentials;
  private final LinkWays.Home home;
  private final Time time;

  /**
   * Works with the secrets of one link.
   *
   * @param home is told how it ended
   */
  public Background(LinkCredentials credentials, LinkWays.Home home, Time time) {
    this.credentials = credentials;
    this.home = home;
    this.time = time;
  }

  /** Begins what {@code after} asks for and {@code before} did not. */
  public void obey(Access before, Access after) {
    Optional<Signing> signing = after.signing().filter(s -> s.request().isEmpty());
    if (signing.isPresent() && !signing.equals(before.signing())) {
      time.run(() -> makeKeyPair(signing.get()));
    }
    if (after.upload().isPresent() && !after.upload().equals(before.upload())) {
      time.run(() -> upload(after.upload().get(), 0));
    }
  }

  private void makeKeyPair(Signing signing) {
    home.news(made(signing));
  }

  private LinkNews made(Signing signing) {
    try {
      KeyPairs.Made made = KeyPairs.make(signing.commonName(), signing.organization());
      return credentials
          .seal(made.privateKey())
          .<LinkNews>map(
              hidden ->
                  new LinkNews.KeyPairMade(
                      new Access.KeyPair(made.csr(), made.publicKey(), hidden)))
          .orElseGet(() -> new LinkNews.NoKeyPair("nothing can be kept secret"));
    } catch (RuntimeException e) {
      LOG.error("no key pair for {}", signing.commonName(), e);
      return new LinkNews.NoKeyPair(String.valueOf(e.getMessage()));
    }
  }

  private void upload(Upload upload, int tries) {
    ChargerState state = home.state();
    if (!state.access().upload().equals(Optional.of(upload))) {
      return;
    }
    UploadResult result =
        LogSender.send(
            upload.location(),
            upload.fileName(),
            state.securityLog().text(upload.from(), upload.to()),
            credentials.uploadTls(state.access()).context());
    if (result == UploadResult.FAILED && tries < upload.retries()) {
      time.at(
          time.steady().plus(Duration.ofSeconds(upload.retrySeconds())),
          () -> upload(upload, tries + 1));
    } else {
      home.news(new LinkNews.UploadEnded(upload.requestId(), result));
    }
  }
}
