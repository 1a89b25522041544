package org.ocppbridge.adapter.secure;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import org.ocppbridge.mappings.LinkNews.UploadResult;
import org.ocppbridge.mappings.Printable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Puts a text at a place by HTTP: PUT, and POST if the server has no PUT. Follows no redirects. */
public final class LogSender {

  private static final Logger LOG = LoggerFactory.getLogger(LogSender.class);
  private static final Duration CONNECT = Duration.ofSeconds(10);
  private static final Duration ANSWER = Duration.ofSeconds(60);

  private LogSender() {}

  /**
   * Sends; blocks.
   *
   * @param location one that may be used; below it if it ends with a slash
   */
  public static UploadResult send(String location, String fileName, String text, SSLContext tls) {
    SSLParameters parameters = new SSLParameters();
    parameters.setProtocols(new String[] {"TLSv1.3", "TLSv1.2"});
    try (HttpClient http =
        HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .followRedirects(HttpClient.Redirect.NEVER)
            .connectTimeout(CONNECT)
            .sslContext(tls)
            .sslParameters(parameters)
            .build()) {
      URI place = URI.create(location.endsWith("/") ? location + fileName : location);
      int status = status(http, "PUT", place, text);
      if (status == 405 || status == 501) {
        status = status(http, "POST", place, text);
      }
      LOG.info("the upload of {} ended with HTTP {}", fileName, status);
      return result(status);
    } catch (IOException | IllegalArgumentException e) {
      LOG.warn("the upload of {} failed: {}", fileName, Printable.of(String.valueOf(e)));
      return UploadResult.FAILED;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return UploadResult.FAILED;
    }
  }

  private static int status(HttpClient http, String method, URI place, String text)
      throws IOException, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(place)
            .timeout(ANSWER)
            .header("Content-Type", "text/plain; charset=utf-8")
            .method(method, HttpRequest.BodyPublishers.ofString(text))
            .build();
    return http.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
  }

  private static UploadResult result(int status) {
    return switch (status) {
      case 200, 201, 202, 204 -> UploadResult.UPLOADED;
      case 400, 411, 413, 415, 422 -> UploadResult.BAD_MESSAGE;
      case 401, 403 -> UploadResult.PERMISSION_DENIED;
      case 405, 501 -> UploadResult.NOT_SUPPORTED;
      default -> UploadResult.FAILED;
    };
  }
}
