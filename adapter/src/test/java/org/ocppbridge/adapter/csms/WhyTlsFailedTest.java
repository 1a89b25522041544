package org.ocppbridge.adapter.csms;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.InstantSource;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.ocppbridge.mappings.LinkNews.Trouble;
import org.ocppbridge.mappings.Target;

/** What a CSMS with another idea of TLS than ours gets the blame for (2.0.1 A04). */
class WhyTlsFailedTest {

  private static final Executor NOW = Runnable::run;

  @ParameterizedTest
  @CsvSource({
    OldTlsServer.PROTOCOL_VERSION + ", TLS_VERSION, protocol_version",
    OldTlsServer.TLS_1_1 + ", TLS_VERSION, TLS11",
    OldTlsServer.HANDSHAKE_FAILURE + ", TLS_CIPHER_SUITE, handshake_failure",
    OldTlsServer.INSUFFICIENT_SECURITY + ", TLS_CIPHER_SUITE, insufficient_security",
    "485454502f312e3120343030, OTHER, TLS"
  })
  void versionAndCipherSuiteAreToldApart(String answer, Trouble trouble, String words)
      throws Exception {
    try (OldTlsServer csms = new OldTlsServer(answer);
        UndertowDialer dialer = new UndertowDialer(NOW, InstantSource.system())) {
      CsmsTarget target = CsmsTarget.of("main", URI.create(csms.url()), Target.OCPP201);
      CompletableFuture<Dialer.Refusal> refusal = new CompletableFuture<>();
      dialer.dial(LinkSettings.of(target, "CP1"), new Refused(refusal));
      Dialer.Refusal told = refusal.get(20, TimeUnit.SECONDS);
      assertThat(told.reason()).contains("no connection to 127.0.0.1").contains(words);
      assertThat(told.trouble()).isEqualTo(trouble);
    }
  }

  /** Expects nothing but a refusal. */
  private record Refused(CompletableFuture<Dialer.Refusal> told) implements Dialer.Caller {
    @Override
    public void connected(Wire wire) {
      told.completeExceptionally(new AssertionError("connected"));
    }

    @Override
    public void refused(Dialer.Refusal refusal) {
      told.complete(refusal);
    }

    @Override
    public void text(String message) {}

    @Override
    public void pong() {}

    @Override
    public void unacceptable(int closeCode, String reason) {}

    @Override
    public void gone(String reason) {}
  }
}
