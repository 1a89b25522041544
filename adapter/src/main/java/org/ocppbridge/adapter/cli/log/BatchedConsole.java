package org.ocppbridge.adapter.cli.log;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.ConsoleAppender;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Writes lines to the console some at a time, for a write of each costs a busy bridge more than the
 * making of the line. Nothing waits for longer than {@value #REST_MILLIS} ms; warnings, errors and
 * what comes while the process ends are written at once.
 */
public final class BatchedConsole extends ConsoleAppender<ILoggingEvent> {
  private static final int BUFFER_BYTES = 16 * 1024;

  /** Longest time that a line waits for others. */
  static final long REST_MILLIS = 50;

  private final AtomicBoolean flushIsDue = new AtomicBoolean();
  private volatile boolean isEnding;

  @Override
  public void start() {
    setImmediateFlush(false);
    Runtime.getRuntime().addShutdownHook(Thread.ofPlatform().unstarted(this::end));
    super.start();
  }

  @Override
  public void setOutputStream(OutputStream console) {
    super.setOutputStream(new BufferedOutputStream(console, BUFFER_BYTES));
  }

  @Override
  protected void append(ILoggingEvent event) {
    super.append(event);
    if (isEnding || event.getLevel().isGreaterOrEqual(Level.WARN)) {
      flush();
    } else if (flushIsDue.compareAndSet(false, true)) {
      getContext()
          .getScheduledExecutorService()
          .schedule(this::flush, REST_MILLIS, TimeUnit.MILLISECONDS);
    }
  }

  private void end() {
    isEnding = true;
    flush();
  }

  private void flush() {
    flushIsDue.set(false);
    streamWriteLock.lock();
    try {
      OutputStream console = getOutputStream();
      if (console != null) {
        console.flush();
      }
    } catch (IOException e) {
      addError("the log cannot be written", e);
    } finally {
      streamWriteLock.unlock();
    }
  }
}
