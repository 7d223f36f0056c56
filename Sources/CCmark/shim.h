#ifndef GAZETTE_CCMARK_H
#define GAZETTE_CCMARK_H
#include <cmark-gfm.h>
#include <cmark-gfm-core-extensions.h>
#include <cmark-gfm-extension_api.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

// Node types of the table extension are variables of the library, exported but in no header, and set once when the extension is
// registered. Read through functions, they are values like the others.
extern cmark_node_type CMARK_NODE_TABLE, CMARK_NODE_TABLE_ROW, CMARK_NODE_TABLE_CELL;
static inline unsigned gazette_node_table(void) { return CMARK_NODE_TABLE; }
static inline unsigned gazette_node_table_row(void) { return CMARK_NODE_TABLE_ROW; }
static inline unsigned gazette_node_table_cell(void) { return CMARK_NODE_TABLE_CELL; }

// The memory of one parse, a thread's own: taken from slabs in order and given back all at once. The library's own arena is one for
// all threads, and its allocator without one is a third slower. `cmark_mem` has no place for a context, hence the thread's variables.
// What the guard lets through needs a few megabytes at most; like the library's allocators, this one ends the program when the
// system has no memory left, since cmark cannot be told.
typedef struct gazette_slab {
  struct gazette_slab *before;
  size_t used, size, unused;
} gazette_slab;

typedef struct gazette_arena {
  gazette_slab *slabs;
  char *last;
} gazette_arena;

static inline gazette_arena *gazette_mine(void) {
  static _Thread_local gazette_arena mine = {NULL, NULL};
  return &mine;
}

// Each piece has its size in front of it, and is aligned for anything.
static inline void *gazette_take(size_t size) {
  gazette_arena *mine = gazette_mine();
  if (size > SIZE_MAX / 4) abort();
  size_t need = ((size + 15) & ~(size_t)15) + 16;
  gazette_slab *slab = mine->slabs;
  if (!slab || slab->size - slab->used < need) {
    size_t room = slab ? slab->size * 2 : 32 << 10;
    if (room > 1 << 20) room = 1 << 20;
    if (room < need + sizeof(gazette_slab)) room = need + sizeof(gazette_slab);
    gazette_slab *fresh = (gazette_slab *)malloc(room);
    if (!fresh) abort();
    fresh->before = slab;
    fresh->used = sizeof(gazette_slab);
    fresh->size = room;
    mine->slabs = slab = fresh;
  }
  char *start = (char *)slab + slab->used + 16;
  ((size_t *)start)[-1] = need - 16;
  slab->used += need;
  mine->last = start;
  return start;
}

static void *gazette_calloc(size_t count, size_t size) {
  if (size && count > SIZE_MAX / size) abort();
  return memset(gazette_take(count * size), 0, count * size);
}

static void *gazette_realloc(void *piece, size_t size) {
  if (!piece) return gazette_take(size);
  size_t had = ((size_t *)piece)[-1];
  return size <= had ? piece : memcpy(gazette_take(size), piece, had);
}

// Only the last piece goes back at once.
static void gazette_free(void *piece) {
  gazette_arena *mine = gazette_mine();
  if (!piece || piece != mine->last) return;
  mine->slabs->used -= ((size_t *)piece)[-1] + 16;
  mine->last = NULL;
}

/// A parser whose memory, and that of everything made from it, is the thread's; freed by `gazette_release` and nothing else.
static inline cmark_parser *gazette_parser(int options) {
  static cmark_mem memory = {gazette_calloc, gazette_realloc, gazette_free};
  return cmark_parser_new_with_mem(options, &memory);
}

/// Gives back all memory of this thread's parse.
static inline void gazette_release(void) {
  gazette_arena *mine = gazette_mine();
  while (mine->slabs) {
    gazette_slab *before = mine->slabs->before;
    free(mine->slabs);
    mine->slabs = before;
  }
  mine->last = NULL;
}
#endif
