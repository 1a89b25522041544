package org.ocppbridge.adapter.ledger;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The ledger's files: segments of blocks, the oldest first, and the tail behind them. One thread
 * adds; any may look, and take out what is too old or must not be kept.
 */
final class Shelf {
  private static final Logger LOG = LoggerFactory.getLogger(Shelf.class);

  /** Largest segment; smaller ones if the whole ledger is to be small. */
  private static final long SEGMENT_BYTES = 16L << 20;

  private final Path folder;
  private final LedgerSettings settings;
  private final Tail tail;
  private final Object rewriting = new Object();
  private List<Segment> segments = List.of();
  private boolean roll = true;

  /** What there is at one moment. */
  record View(List<Segment> segments, Block.Lines tail) {}

  private Shelf(Path folder, LedgerSettings settings) {
    this.folder = folder;
    this.settings = settings;
    this.tail = new Tail(folder.resolve("tail.ndjson"));
  }

  static Shelf open(Path folder, LedgerSettings settings) throws IOException {
    Files.createDirectories(folder);
    Shelf shelf = new Shelf(folder, settings);
    List<Path> paths;
    try (Stream<Path> files = Files.list(folder)) {
      paths = files.filter(Segment::isOne).toList();
    }
    Files.deleteIfExists(Segment.beside(folder));
    List<Segment> found = new ArrayList<>();
    for (Path path : paths) {
      Segment segment = Segment.open(path);
      // Both are there if the process ended while one took the place of the other.
      if (segment.blocks().isEmpty()
          || paths.contains(segment.marked()) && !segment.hasNoTokens()) {
        Files.delete(path);
      } else {
        found.add(segment);
      }
    }
    found.sort(Comparator.comparingLong(Segment::most));
    shelf.segments = List.copyOf(found);
    if (shelf.tail.isThere()) {
      shelf.tail.takeUp(lastBlock(found)::contains);
    }
    return shelf;
  }

  /** Who stands in the last block. If it cannot be read, some may be found twice from now on. */
  private static Set<Long> lastBlock(List<Segment> segments) {
    Set<Long> ids = new HashSet<>();
    if (!segments.isEmpty()) {
      Segment last = segments.getLast();
      try (var file = last.read()) {
        for (String line : last.blocks().getLast().lines(file)) {
          ids.add(LedgerJson.exchange(line).id());
        }
      } catch (IOException e) {
        LOG.warn("{}: {}", last.path(), e.getMessage());
      }
    }
    return ids;
  }

  synchronized View view() {
    return new View(segments, tail.copy());
  }

  synchronized long bytes() {
    return segments.stream().mapToLong(Segment::bytes).sum();
  }

  synchronized int count() {
    return segments.size();
  }

  /** The largest id there is. */
  synchronized long most() {
    long inBlocks = segments.isEmpty() ? 0 : segments.getLast().most();
    return Math.max(inBlocks, tail.most());
  }

  /**
   * Adds an exchange.
   *
   * @param line what is kept of it, without the line's end
   */
  synchronized void add(Exchange exchange, JsonBytes line) throws IOException {
    tail.add(exchange, line.bytes(), line.size());
    if (tail.isFull()) {
      seal();
    }
  }

  /** What was added survives the process from now on. */
  synchronized void flush() throws IOException {
    tail.flush();
  }

  /** Makes the tail a block. */
  private void seal() throws IOException {
    if (tail.isEmpty()) {
      return;
    }
    Block.Packed packed = Block.pack(tail.all(), Packing.best());
    Segment last = segmentFor(packed.block());
    List<Segment> next = new ArrayList<>(segments);
    if (!next.isEmpty() && next.getLast().path().equals(last.path())) {
      next.removeLast();
    }
    next.add(last.append(packed));
    segments = List.copyOf(next);
    roll = false;
    tail.clear();
    trimToSize();
  }

  private Segment segmentFor(Block block) {
    if (!roll && !segments.isEmpty()) {
      Segment last = segments.getLast();
      boolean fits = last.bytes() + block.length() <= Math.min(SEGMENT_BYTES, settings.size() / 8);
      boolean young =
          block.most() - last.blocks().getFirst().least() < settings.segmentAge().toMillis() * 1000;
      if (fits && young && last.packing() == block.packing()) {
        return last;
      }
    }
    return Segment.begin(folder, block.least(), block.packing());
  }

  /** Ends the segment: all there is so far will not be appended to. */
  synchronized void roll() throws IOException {
    seal();
    roll = true;
  }

  private void trimToSize() throws IOException {
    while (segments.size() > 1 && bytes() > settings.size()) {
      drop(segments.getFirst());
    }
  }

  /** Ends the segment if it holds anything from before that time. */
  synchronized void rollIfBefore(Instant time) throws IOException {
    long oldest = tail.isEmpty() ? Long.MAX_VALUE : tail.least();
    if (!roll && !segments.isEmpty()) {
      oldest = Math.min(oldest, segments.getLast().blocks().getFirst().least());
    }
    if (oldest < Ids.of(time)) {
      roll();
    }
  }

  /** Deletes segments that have nothing younger in them. */
  synchronized void dropBefore(Instant time) throws IOException {
    for (Segment segment : segments) {
      if (segment.most() < Ids.of(time)) {
        drop(segment);
      }
    }
  }

  private void drop(Segment segment) throws IOException {
    segments = segments.stream().filter(s -> !s.path().equals(segment.path())).toList();
    roll |= segments.isEmpty();
    Files.deleteIfExists(segment.path());
  }

  /** Erases all tokens in segments that have nothing younger in them. */
  void eraseBefore(Instant time) throws IOException {
    for (Segment segment : view().segments()) {
      if (segment.most() < Ids.of(time) && !segment.hasNoTokens()) {
        erase(segment, TokenEraser.all(), true);
      }
    }
  }

  /**
   * Erases in all that there is now.
   *
   * @return how many exchanges changed
   */
  long erase(TokenEraser eraser) throws IOException {
    roll();
    long changed = 0;
    for (Segment segment : view().segments()) {
      changed += erase(segment, eraser, false);
    }
    return changed;
  }

  /** Reads and writes outside of the lock; the segment is not appended to any more. */
  private long erase(Segment segment, TokenEraser eraser, boolean all) throws IOException {
    synchronized (rewriting) {
      endIfLast(segment);
      Segment.Erased erased = segment.without(eraser, all);
      synchronized (this) {
        if (segments.contains(segment)) {
          segment.replaceBy(erased.segment());
          segments = segments.stream().map(s -> s.equals(segment) ? erased.segment() : s).toList();
        }
      }
      if (erased.exchanges() > 0) {
        LOG.info("{}: {} exchanges without tokens", segment.path(), erased.exchanges());
      }
      return erased.exchanges();
    }
  }

  private synchronized void endIfLast(Segment segment) {
    roll |= !segments.isEmpty() && segments.getLast().path().equals(segment.path());
  }

  /** Nothing more is added. */
  synchronized void close() throws IOException {
    tail.flush();
    seal();
  }
}
