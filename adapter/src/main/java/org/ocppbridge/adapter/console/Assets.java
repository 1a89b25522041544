package org.ocppbridge.adapter.console;

import io.undertow.server.HttpServerExchange;
import io.undertow.util.Headers;
import io.undertow.util.StatusCodes;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The console's scripts, styles and pictures: files beside these classes, read once. A hash of them
 * all is part of their addresses, so that browsers keep them until they change.
 */
final class Assets {

  /** All files of the folder {@code web}; a test compares. */
  static final List<String> FILES =
      List.of(
          "actions.js",
          "api.js",
          "audit.js",
          "base.css",
          "charger-cards.js",
          "charger.js",
          "charts.js",
          "compare.js",
          "dom.js",
          "fleet-table.js",
          "fleet.js",
          "format.js",
          "frame.html",
          "icon.svg",
          "letters.js",
          "line-chart.js",
          "live.js",
          "main.js",
          "match.js",
          "messages.js",
          "pages.css",
          "parts.css",
          "parts.js",
          "pretty.js",
          "sign-in.html",
          "theme.js",
          "timeline.js");

  private static final String FOREVER = "public, max-age=31536000, immutable";

  private static final Map<String, String> TYPES =
      Map.of(
          "css", "text/css; charset=utf-8",
          "js", "text/javascript; charset=utf-8",
          "svg", "image/svg+xml",
          "html", "text/html; charset=utf-8");

  private final Map<String, byte[]> files = new LinkedHashMap<>();
  private final String hash;

  Assets() {
    MessageDigest digest = sha256();
    for (String name : FILES) {
      byte[] content = read("web/" + name);
      files.put(name, content);
      digest.update(content);
    }
    hash = HexFormat.of().formatHex(digest.digest(), 0, 8);
  }

  void addTo(Router router) {
    router.open("/assets/{hash}/{file}", this::serve);
  }

  /** What their addresses begin with. */
  String path() {
    return "/assets/" + hash;
  }

  String text(String name) {
    return new String(files.get(name), StandardCharsets.UTF_8);
  }

  private void serve(Call call) {
    String name = call.path("file");
    byte[] content = files.get(name);
    if (content == null || !call.path("hash").equals(hash) || name.endsWith(".html")) {
      throw Call.missing("there is no such file; perhaps the page is of another version");
    }
    HttpServerExchange exchange = call.exchange();
    exchange.getResponseHeaders().put(Headers.CACHE_CONTROL, FOREVER);
    exchange.getResponseHeaders().put(Headers.ETAG, '"' + hash + '"');
    String known = exchange.getRequestHeaders().getFirst(Headers.IF_NONE_MATCH);
    if (known != null && known.contains(hash)) {
      exchange.setStatusCode(StatusCodes.NOT_MODIFIED);
      exchange.endExchange();
      return;
    }
    String type = TYPES.get(name.substring(name.lastIndexOf('.') + 1));
    exchange.getResponseHeaders().put(Headers.CONTENT_TYPE, type);
    exchange.getResponseSender().send(ByteBuffer.wrap(content));
  }

  /** A text beside these classes. */
  static String resource(String name) {
    return new String(read(name), StandardCharsets.UTF_8);
  }

  private static byte[] read(String name) {
    try (InputStream file = Assets.class.getResourceAsStream(name)) {
      if (file == null) {
        throw new IllegalStateException("the console's file " + name + " is missing");
      }
      return file.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
