package org.ocppbridge.adapter.store.journal;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Where a journal lies.
 *
 * @param folder exists
 * @param prefix of its files' names, which end in the number of the first frame
 * @param maker opens files to be written
 */
public record Place(Path folder, String prefix, Maker maker) {

  /** Opens files to be written from the beginning. */
  @FunctionalInterface
  public interface Maker {

    /** Makes the file, or takes one to be written over. Its name is on the disk then. */
    Tail open(Path file) throws IOException;
  }

  /** A file of the journal, with the number of its first frame. */
  record Segment(Path file, long first) {}

  /** On the computer's own disk. */
  public static Place in(Path folder, String prefix) {
    return new Place(folder, prefix, SyncedFile::open);
  }

  Path file(long first) {
    return folder.resolve("%s%019d".formatted(prefix, first));
  }

  /** What there is, in order. */
  List<Segment> segments() throws IOException {
    List<Segment> segments = new ArrayList<>();
    try (DirectoryStream<Path> found =
        Files.newDirectoryStream(folder, file -> number(file) != null)) {
      for (Path file : found) {
        segments.add(new Segment(file, number(file)));
      }
    }
    segments.sort(Comparator.comparingLong(Segment::first));
    return segments;
  }

  private Long number(Path file) {
    String name = file.getFileName().toString();
    return name.startsWith(prefix) && name.substring(prefix.length()).matches("[0-9]{19}")
        ? Long.valueOf(name.substring(prefix.length()))
        : null;
  }
}
