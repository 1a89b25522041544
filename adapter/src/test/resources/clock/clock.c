/*
 * A clock that can be set, put before the C library with LD_PRELOAD. The file CLOCK_AHEAD says by
 * how many seconds it differs from the computer's; it is read again several times a second.
 */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <fcntl.h>
#include <stdlib.h>
#include <sys/time.h>
#include <time.h>
#include <unistd.h>

#define LOOK_MILLIS 50

typedef int (*gettime_fn)(clockid_t, struct timespec *);

static volatile long ahead;
static volatile long looked_at = -LOOK_MILLIS;

static int real(clockid_t clock, struct timespec *time) {
  static gettime_fn found;
  if (!found) found = (gettime_fn)dlsym(RTLD_NEXT, "clock_gettime");
  return found(clock, time);
}

static long millis(void) {
  struct timespec time;
  real(CLOCK_MONOTONIC, &time);
  return time.tv_sec * 1000 + time.tv_nsec / 1000000;
}

static long read_ahead(void) {
  long now = millis();
  if (now - looked_at >= LOOK_MILLIS) {
    const char *path = getenv("CLOCK_AHEAD");
    char text[32];
    int fd = path ? open(path, O_RDONLY | O_CLOEXEC) : -1;
    looked_at = now;
    if (fd >= 0) {
      ssize_t length = read(fd, text, sizeof text - 1);
      if (length > 0) {
        text[length] = 0;
        ahead = atol(text);
      }
      close(fd);
    }
  }
  return ahead;
}

int clock_gettime(clockid_t clock, struct timespec *time) {
  int result = real(clock, time);
  if (result == 0 && (clock == CLOCK_REALTIME || clock == CLOCK_REALTIME_COARSE)) {
    time->tv_sec += read_ahead();
  }
  return result;
}

int gettimeofday(struct timeval *time, void *zone) {
  struct timespec now;
  (void)zone;
  clock_gettime(CLOCK_REALTIME, &now);
  time->tv_sec = now.tv_sec;
  time->tv_usec = now.tv_nsec / 1000;
  return 0;
}

time_t time(time_t *out) {
  struct timespec now;
  clock_gettime(CLOCK_REALTIME, &now);
  if (out) *out = now.tv_sec;
  return now.tv_sec;
}
