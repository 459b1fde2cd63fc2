// B in the order in which the tiles read it: panels of TILE_COLUMNS columns (the last one narrower,
// but whole vectors), each with its rows one after the other, aligned, padded with zeros.

INLINE size_t padded(size_t columns) { return (columns + LANES - 1) / LANES * LANES; }

INLINE void copy_padded(float *to, const float *from, size_t count) {
  for (size_t at = 0; at < count; at += LANES) store(to + at, load_part(from + at, count - at));
}

INLINE void pack_panel(float *to, const float *b, size_t stride, size_t depth, size_t columns) {
  for (size_t p = 0; p < depth; p++) {
    copy_padded(to, b, columns);
    to += padded(columns);
    b += stride;
  }
}

typedef float quad __attribute__((ext_vector_type(4)));

INLINE quad load_quad(const float *from) {
  quad v;
  memcpy(&v, from, sizeof v);
  return v;
}

// Four rows of stored B, four elements each, become four rows of the panel.
INLINE void transpose_quad(float *to, size_t width, const float *b, size_t stride) {
  quad r0 = load_quad(b), r1 = load_quad(b + stride);
  quad r2 = load_quad(b + 2 * stride), r3 = load_quad(b + 3 * stride);
  quad low01 = __builtin_shufflevector(r0, r1, 0, 4, 1, 5);
  quad low23 = __builtin_shufflevector(r2, r3, 0, 4, 1, 5);
  quad high01 = __builtin_shufflevector(r0, r1, 2, 6, 3, 7);
  quad high23 = __builtin_shufflevector(r2, r3, 2, 6, 3, 7);
  *(quad *)(to) = __builtin_shufflevector(low01, low23, 0, 1, 4, 5);
  *(quad *)(to + width) = __builtin_shufflevector(low01, low23, 2, 3, 6, 7);
  *(quad *)(to + 2 * width) = __builtin_shufflevector(high01, high23, 0, 1, 4, 5);
  *(quad *)(to + 3 * width) = __builtin_shufflevector(high01, high23, 2, 3, 6, 7);
}

// The same of a B that is stored [columns, inner].
INLINE void pack_transposed_panel(float *to, const float *b, size_t stride, size_t depth,
                                  size_t columns) {
  size_t width = padded(columns), j = 0;
  for (; j + 4 <= columns; j += 4) {
    size_t p = 0;
    for (; p + 4 <= depth; p += 4) {
      transpose_quad(to + p * width + j, width, b + j * stride + p, stride);
    }
    for (; p < depth; p++) {
      for (size_t k = j; k < j + 4; k++) to[p * width + k] = b[k * stride + p];
    }
  }
  for (; j < width; j++) {
    for (size_t p = 0; p < depth; p++) {
      to[p * width + j] = j < columns ? b[j * stride + p] : 0.0f;
    }
  }
}
