package org.quipu.store;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.Path;

/**
 * The folders of a store's tables: {@code NAME/VERSION} or {@code NAME/PART/VERSION}. Those that no
 * commit names any more, or never did, are removed by the process that holds the lease.
 */
final class Versions {
  private static final Pattern NAME = Pattern.compile("v\\d{6,18}-[0-9a-f]{8}");

  private final StoreFolder store;
  private final CommitLog commits;

  Versions(StoreFolder store) {
    this.store = store;
    this.commits = new CommitLog(store);
  }

  /** A name that no other process gives: the number of the commit, and a random one. */
  static String name(long commit) {
    return String.format(
        Locale.ROOT, "v%06d-%s", commit, UUID.randomUUID().toString().substring(0, 8));
  }

  /**
   * Removes what belongs to no commit, and commits that were followed by others longer ago than the
   * time to keep them.
   */
  void sweep(Duration keep) throws IOException {
    for (String folder : List.of(CommitLog.NAME, Lease.NAME)) {
      if (store.exists(store.of(folder))) {
        new NumberedFiles(store, folder).deleteDrafts();
      }
    }

    List<CommitLog.Numbered> kept = new ArrayList<>();
    List<CommitLog.Numbered> all = commits.all();
    Instant limit = Instant.now().minus(keep);
    for (int i = 0; i < all.size(); i++) {
      boolean last = i == all.size() - 1;
      if (last || (!keep.isZero() && all.get(i + 1).commit().instant().isAfter(limit))) {
        kept.add(all.get(i));
      } else {
        commits.delete(all.get(i).number());
      }
    }

    Set<String> named = new HashSet<>();
    kept.forEach(commit -> named.addAll(commit.commit().tables().values()));
    if (kept.isEmpty()) {
      named.addAll(commits.latest().commit().tables().values());
    }
    sweep(named);
  }

  private void sweep(Set<String> named) throws IOException {
    for (String name : store.names(store.root())) {
      if (name.startsWith(FirstFormat.UPDATE)) {
        if (named.stream().noneMatch(folder -> folder.startsWith(name + "/"))) {
          store.delete(store.of(name));
        }
      } else if (!name.startsWith("_") && !name.startsWith(".")) {
        sweepTable(name, named);
        for (String part : store.names(store.of(name))) {
          if (part.contains("=")) {
            sweepTable(name + "/" + part, named);
          }
        }
      }
    }
  }

  private void sweepTable(String table, Set<String> named) throws IOException {
    boolean madeAgain = false;
    for (String version : store.names(store.of(table))) {
      Path folder = store.of(table + "/" + version);
      if (named.contains(table + "/" + version)) {
        madeAgain = true;
      } else if (NAME.matcher(version).matches()) {
        store.delete(folder);
        store.removeIfEmpty(folder.getParent());
      }
    }

    // A table of the first format that was made again: its files lie in the table's own folder.
    if (madeAgain && !named.contains(table) && ManifestFile.isIn(store, store.of(table))) {
      for (FileStatus file : store.files().listStatus(store.of(table))) {
        if (file.isFile() && !isManifest(file.getPath())) {
          store.delete(file.getPath());
        }
      }
      store.delete(new Path(store.of(table), ManifestFile.NAME));
    }
  }

  private static boolean isManifest(Path file) {
    return file.getName().equals(ManifestFile.NAME);
  }
}
