// Calls that glibc hides from Swift: the atomic exchange of two folders, and one sync for a whole file system.
#ifndef GAZETTE_CPOSIX_H
#define GAZETTE_CPOSIX_H

#ifndef _GNU_SOURCE
#define _GNU_SOURCE
#endif
#include <fcntl.h>
#include <unistd.h>
#include <errno.h>
#ifdef __linux__
#include <sys/syscall.h>

/// Exchanges two names in one step: a reader sees the one or the other, never neither.
static inline int gazette_exchange(const char *one, const char *other) {
  return (int)syscall(SYS_renameat2, AT_FDCWD, one, AT_FDCWD, other, 2u);
}

/// Flushes the file system that holds `descriptor` to the disk.
static inline int gazette_sync(int descriptor) { return (int)syscall(SYS_syncfs, descriptor); }
#else
static inline int gazette_exchange(const char *one, const char *other) {
  (void)one; (void)other; errno = ENOSYS; return -1;
}
static inline int gazette_sync(int descriptor) { return fsync(descriptor); }
#endif

static inline int gazette_openat(int folder, const char *name, int flags, int mode) {
  return openat(folder, name, flags, mode);
}
#endif
