package org.ocppbridge.adapter.ledger;

import com.github.luben.zstd.Zstd;
import com.github.luben.zstd.ZstdCompressCtx;
import com.github.luben.zstd.ZstdException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Frames of Zstandard, by its own library, which is native code. It is loaded when it is needed
 * first, by the thread that writes: the start does not wait for it.
 */
final class Zstandard {
  private static final Logger LOG = LoggerFactory.getLogger(Zstandard.class);

  /**
   * A quarter of the time of the fastest gzip, and two thirds of the room; the levels below have
   * two thirds of this one's time and twice the room.
   */
  private static final int LEVEL = 1;

  /** What a compression needs beside its text, made once. */
  private static final class Workplace {
    private static final ZstdCompressCtx CONTEXT =
        new ZstdCompressCtx().setLevel(LEVEL).setChecksum(true);
    private static byte[] packed = new byte[0];

    private Workplace() {}

    static synchronized byte[] pack(byte[] text, int size) {
      int most = Math.toIntExact(Zstd.compressBound(size));
      if (packed.length < most) {
        packed = new byte[most];
      }
      int length = CONTEXT.compressByteArray(packed, 0, packed.length, text, 0, size);
      return Arrays.copyOf(packed, length);
    }
  }

  /** Whether the library can be loaded; told once. */
  private static final class Library {
    private static final boolean IS_THERE = load();

    private Library() {}

    private static boolean load() {
      try {
        return Zstd.maxCompressionLevel() >= LEVEL;
      } catch (LinkageError e) {
        LOG.warn(
            "the ledger is written as gzip, which costs more processor time: the library for"
                + " Zstandard cannot be loaded: {}",
            e.toString());
        return false;
      }
    }
  }

  private Zstandard() {}

  /** Whether it can be used on this machine. */
  static boolean isThere() {
    return Library.IS_THERE;
  }

  static byte[] pack(byte[] text, int size) {
    return Workplace.pack(text, size);
  }

  /** Fills the text with what is packed. */
  static void unpack(ByteBuffer packed, byte[] text) throws IOException {
    if (!isThere()) {
      throw new IOException("the library for Zstandard cannot be loaded");
    }
    try {
      long read =
          Zstd.decompressByteArray(
              text,
              0,
              text.length,
              packed.array(),
              packed.arrayOffset() + packed.position(),
              packed.remaining());
      if (read != text.length) {
        throw new IOException("another text than was written");
      }
    } catch (ZstdException e) {
      throw new IOException(e.getMessage(), e);
    }
  }
}
