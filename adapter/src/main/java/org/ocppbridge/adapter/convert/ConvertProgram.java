package org.ocppbridge.adapter.convert;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.time.Instant;
import org.ocppbridge.adapter.cli.ConvertOptions;
import org.ocppbridge.adapter.cli.Program;
import org.ocppbridge.adapter.cli.Surroundings;
import org.ocppbridge.mappings.BridgeFault;

/**
 * {@code convert}: reads one message, prints what goes to the other side, and its losses on stderr.
 */
public final class ConvertProgram implements Program<ConvertOptions> {

  /** Longest message read, in bytes. */
  private static final int LENGTH_MAX = 4_000_000;

  @Override
  public int run(ConvertOptions options, Surroundings surroundings) throws IOException {
    byte[] input = read(options);
    Converter converter =
        new Converter(
            options.charger(),
            options.csms(),
            options.now().orElseGet(Instant::now),
            options.seed());
    Converted converted;
    try {
      converted = looksLikeJson(input) ? converter.call(input) : converter.envelope(input);
    } catch (BridgeFault fault) {
      throw new IOException(fault.getMessage(), fault);
    }
    converted.output().forEach(surroundings.out()::println);
    converted.losses().forEach(loss -> surroundings.err().println(loss));
    converted.remarks().forEach(remark -> surroundings.err().println(remark));
    return 0;
  }

  private static byte[] read(ConvertOptions options) throws IOException {
    try (InputStream in =
        options.input().isPresent() ? Files.newInputStream(options.input().get()) : System.in) {
      byte[] bytes = in.readNBytes(LENGTH_MAX + 1);
      if (bytes.length > LENGTH_MAX) {
        throw new IllegalArgumentException("the message is longer than " + LENGTH_MAX + " bytes");
      }
      return bytes;
    } catch (NoSuchFileException e) {
      throw new IllegalArgumentException("cannot read " + e.getMessage() + ": no such file", e);
    }
  }

  private static boolean looksLikeJson(byte[] input) {
    for (byte b : input) {
      if (b > ' ') {
        return b == '[';
      }
    }
    return false;
  }
}
