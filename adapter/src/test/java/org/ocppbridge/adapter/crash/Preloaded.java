package org.ocppbridge.adapter.crash;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Assumptions;

/** A small library in C, to be put before the C library of the bridge's process. */
final class Preloaded {

  private Preloaded() {}

  /**
   * Makes it; where there is no C compiler the test is skipped, and says so.
   *
   * @param name of the source among the resources, {@code name/name.c}
   */
  static Path library(String name, Path folder) {
    Path library = folder.resolve(name + ".so");
    String problem = compile(name, folder, library);
    if (!problem.isEmpty()) {
      System.out.println("skipped, no " + name + " that can be ordered about: " + problem);
    }
    Assumptions.assumeTrue(problem.isEmpty(), problem);
    return library;
  }

  /** Returns what is in the way; empty if nothing is. */
  private static String compile(String name, Path folder, Path library) {
    if (!System.getProperty("os.name").equals("Linux")) {
      return "this is no Linux";
    }
    Path source = folder.resolve(name + ".c");
    try (InputStream text = Preloaded.class.getResourceAsStream("/" + name + "/" + name + ".c")) {
      Files.copy(text, source);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    try {
      Process compiler =
          new ProcessBuilder(
                  "cc", "-shared", "-fPIC", "-o", library.toString(), source.toString(), "-ldl")
              .redirectErrorStream(true)
              .start();
      String said = new String(compiler.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      boolean ended = compiler.waitFor(60, TimeUnit.SECONDS);
      return ended && compiler.exitValue() == 0 ? "" : "the C compiler says: " + said;
    } catch (IOException e) {
      return "there is no C compiler: " + e.getMessage();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
