/*
 * A disk that does as it is told, put before the C library with LD_PRELOAD. It looks only at files
 * whose name starts with "bridge.db". Orders are files in the folder DISK_ORDERS:
 *
 *   slow    each sync takes so many milliseconds longer (the file's content)
 *   full    writes fail with ENOSPC: all, or those that end behind so many bytes of a file (the
 *           file's content)
 *   broken  syncs fail with EIO
 *
 * Each sync adds a byte to the file "syncs" there. If DISK_MIRROR names a folder, each sync copies
 * the file to it: it then holds what is left of the files after the power was lost, at worst. That
 * a file is deleted counts at once.
 */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

typedef ssize_t (*write_fn)(int, const void *, size_t);
typedef ssize_t (*pwrite_fn)(int, const void *, size_t, off_t);
typedef int (*sync_fn)(int);

static pthread_mutex_t mirror_lock = PTHREAD_MUTEX_INITIALIZER;

static void *next(const char *name) { return dlsym(RTLD_NEXT, name); }

/* The file's name if it is one of ours, else NULL. */
static const char *ours(int fd, char *path, size_t size) {
  char link[64];
  snprintf(link, sizeof link, "/proc/self/fd/%d", fd);
  ssize_t length = readlink(link, path, size - 1);
  if (length <= 0) return NULL;
  path[length] = 0;
  const char *name = strrchr(path, '/');
  return name && strncmp(name + 1, "bridge.db", 9) == 0 && !strstr(name, "shm") ? name + 1 : NULL;
}

static void at(const char *folder, const char *name, char *path, size_t size) {
  snprintf(path, size, "%s/%s", folder, name);
}

static int ordered(const char *order) {
  const char *orders = getenv("DISK_ORDERS");
  char path[1024];
  if (!orders) return 0;
  at(orders, order, path, sizeof path);
  return access(path, F_OK) == 0;
}

/* The number in an order; 0 if there is none. */
static long number_of(const char *order) {
  const char *orders = getenv("DISK_ORDERS");
  char path[1024];
  long number = 0;
  if (!orders) return 0;
  at(orders, order, path, sizeof path);
  FILE *file = fopen(path, "r");
  if (!file) return 0;
  if (fscanf(file, "%ld", &number) != 1) number = 0;
  fclose(file);
  return number;
}

static void slow_down(void) {
  long millis = number_of("slow");
  if (millis > 0) usleep(millis * 1000);
}

static void count(void) {
  const char *orders = getenv("DISK_ORDERS");
  char path[1024];
  if (!orders) return;
  at(orders, "syncs", path, sizeof path);
  int fd = open(path, O_WRONLY | O_APPEND | O_CREAT, 0644);
  if (fd < 0) return;
  write_fn real = (write_fn)next("write");
  real(fd, ".", 1);
  close(fd);
}

static void mirror(const char *file, const char *name) {
  const char *folder = getenv("DISK_MIRROR");
  char path[1024], other[1040], buffer[65536];
  pwrite_fn real = (pwrite_fn)next("pwrite");
  off_t offset = 0;
  ssize_t got;
  int from;
  if (!folder) return;
  at(folder, name, path, sizeof path);
  snprintf(other, sizeof other, "%s.new", path);
  pthread_mutex_lock(&mirror_lock);
  from = open(file, O_RDONLY); /* not every file is open for reading */
  int to = open(other, O_WRONLY | O_CREAT | O_TRUNC, 0644);
  while (from >= 0 && to >= 0 && (got = pread(from, buffer, sizeof buffer, offset)) > 0) {
    real(to, buffer, got, offset);
    offset += got;
  }
  if (from >= 0) close(from);
  if (to >= 0) {
    close(to);
    rename(other, path);
  }
  pthread_mutex_unlock(&mirror_lock);
}

int unlink(const char *path) {
  const char *folder = getenv("DISK_MIRROR");
  const char *name = strrchr(path, '/');
  int (*real)(const char *) = (int (*)(const char *))next("unlink");
  if (folder && name && strncmp(name + 1, "bridge.db", 9) == 0) {
    char copy[1024];
    at(folder, name + 1, copy, sizeof copy);
    real(copy);
  }
  return real(path);
}

static int synced(int fd, const char *kind) {
  char path[1024];
  const char *name = ours(fd, path, sizeof path);
  sync_fn real = (sync_fn)next(kind);
  if (!name) return real(fd);
  slow_down();
  if (ordered("broken")) {
    errno = EIO;
    return -1;
  }
  int result = real(fd);
  if (result == 0) {
    mirror(path, name);
    count();
  }
  return result;
}

int fsync(int fd) { return synced(fd, "fsync"); }

int fdatasync(int fd) { return synced(fd, "fdatasync"); }

static int is_full(int fd, off_t end) {
  char path[1024];
  if (!ordered("full") || !ours(fd, path, sizeof path) || end <= number_of("full")) return 0;
  errno = ENOSPC;
  return 1;
}

ssize_t pwrite(int fd, const void *bytes, size_t size, off_t offset) {
  if (is_full(fd, offset + size)) return -1;
  return ((pwrite_fn)next("pwrite"))(fd, bytes, size, offset);
}

ssize_t pwrite64(int fd, const void *bytes, size_t size, off_t offset) {
  if (is_full(fd, offset + size)) return -1;
  return ((pwrite_fn)next("pwrite64"))(fd, bytes, size, offset);
}
