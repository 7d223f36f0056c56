// Sixteen bytes looked at together. Swift has such vectors, but no way to the instruction that turns sixteen answers into a number.
#ifndef GAZETTE_LANES_H
#define GAZETTE_LANES_H

#include <stdint.h>
#include <string.h>
#ifdef __SSE2__
#include <emmintrin.h>
#endif

#define GAZETTE_INLINE static inline __attribute__((always_inline))

typedef uint8_t gazette_lanes __attribute__((ext_vector_type(16)));

GAZETTE_INLINE gazette_lanes gazette_load(const void *bytes) {
  gazette_lanes lanes;
  memcpy(&lanes, bytes, sizeof lanes);
  return lanes;
}

/// All bits of each byte that is `byte`, and none of the others.
GAZETTE_INLINE gazette_lanes gazette_equal(gazette_lanes lanes, uint8_t byte) {
  return (gazette_lanes)(lanes == (gazette_lanes)byte);
}

/// All bits of each byte from `low` up to below `end`, and none of the others.
GAZETTE_INLINE gazette_lanes gazette_range(gazette_lanes lanes, uint8_t low, uint8_t end) {
  return (gazette_lanes)(lanes - (gazette_lanes)low < (gazette_lanes)(uint8_t)(end - low));
}

/// The highest bit of each byte, side by side: that of the first byte is the lowest. For processors that have no instruction for it, each
/// byte of a half becomes its own bit, and adding them up lays these side by side.
GAZETTE_INLINE uint32_t gazette_bits_anywhere(gazette_lanes lanes) {
  const gazette_lanes places = {1, 2, 4, 8, 16, 32, 64, 128, 1, 2, 4, 8, 16, 32, 64, 128};
  const gazette_lanes own = (gazette_lanes)(lanes >= (gazette_lanes)(uint8_t)128) & places;
  return (uint32_t)__builtin_reduce_add(own.lo) | (uint32_t)__builtin_reduce_add(own.hi) << 8;
}

GAZETTE_INLINE uint32_t gazette_bits(gazette_lanes lanes) {
#ifdef __SSE2__
  return (uint32_t)_mm_movemask_epi8((__m128i)lanes);
#else
  return gazette_bits_anywhere(lanes);
#endif
}

#endif
