// Products that omit the terms whose element of A is exactly zero.
//
// Row by row: the non-zero elements of up to 64 steps of the inner dimension are the set bits of a
// word, and each adds its multiple of a row of B to the sums of a row of C, which are registers.
// The rows of B stay in the first-level cache while the rows of A pass; between two blocks of the
// inner dimension the sums wait in whole aligned vectors.
//
// Where the kernel has registers for it (SKIP_PAIRS), two rows of C share what is read of B: terms
// that are zero in one of the rows alone are added to it as well. That changes no sum as long as B
// is finite, but for -0, which becomes +0; so -0 is stored as +0 in any case.

#define SKIP_DEPTH 64
#define SKIP_VECTORS 8
#define SKIP_ROWS 256

struct skip {
  const struct gemm_product *product;
  size_t inner, depth;  // first and count of the chain
  size_t column, columns;
  size_t row, rows;
  const vec *b;       // a packed panel
  bool is_finite;     // all of it
  vec *waiting_sums;  // of the rows of this block
  const float *bias;  // whole vectors, or NULL
};

// Bit p is set where a[p] is not zero.
INLINE uint64_t nonzero_terms(const float *a, size_t depth) {
  uint64_t terms = 0;
  for (size_t p = 0; p < depth; p += LANES) {
    terms |= (uint64_t)NONZERO_LANES(load_part(a + p, depth - p)) << p;
  }
  return terms;
}

// Bit c of byte r becomes bit r of byte c (Warren, "Hacker's Delight", section 7-3).
INLINE uint64_t transposed_bits(uint64_t x) {
  uint64_t t = (x ^ (x >> 7)) & 0x00AA00AA00AA00AA;
  x ^= t ^ (t << 7);
  t = (x ^ (x >> 14)) & 0x0000CCCC0000CCCC;
  x ^= t ^ (t << 14);
  t = (x ^ (x >> 28)) & 0x00000000F0F0F0F0;
  return x ^ t ^ (t << 28);
}

// The same for up to 8 rows of C at once, where A is stored [inner, rows].
INLINE void transposed_nonzero_terms(const float *a, size_t stride, size_t depth, size_t rows,
                                     uint64_t terms[8]) {
  for (size_t r = 0; r < 8; r++) terms[r] = 0;
  for (size_t p = 0; p < depth; p += 8) {
    uint64_t flags = 0;
    for (size_t q = 0; q < smaller(8, depth - p); q++) {
      const float *from = a + (p + q) * stride;
      uint64_t lanes = 0;
      for (size_t r = 0; r < rows; r += LANES) {
        lanes |= (uint64_t)NONZERO_LANES(load_part(from + r, rows - r)) << r;
      }
      flags |= lanes << (8 * q);
    }
    flags = transposed_bits(flags);
    for (size_t r = 0; r < 8; r++) terms[r] |= (flags >> (8 * r) & 0xFF) << p;
  }
}

// The sums of a row as the block before this one left them.
INLINE void load_sums_of_row(const struct skip *s, size_t row, vec *sums, size_t vectors) {
  const vec *waiting = s->waiting_sums + (row - s->row) * vectors;
  UNROLL for (size_t v = 0; v < vectors; v++) sums[v] = s->inner == 0 ? 0 : waiting[v];
}

// Element p of the row of A is a[p * step].
INLINE void add_terms(const struct skip *s, uint64_t terms, const float *a, size_t step, vec *sums,
                      size_t vectors) {
  while (terms != 0) {
    size_t p = (size_t)__builtin_ctzll(terms);
    terms &= terms - 1;
    vec x = a[p * step];
    UNROLL for (size_t v = 0; v < vectors; v++) {
      sums[v] = MULTIPLY_ADD(x, s->b[p * vectors + v], sums[v]);
    }
  }
}

INLINE void store_sums_of_row(const struct skip *s, size_t row, const vec *sums, size_t vectors) {
  const struct gemm_product *g = s->product;
  if (s->inner + s->depth < g->inner) {
    vec *waiting = s->waiting_sums + (row - s->row) * vectors;
    UNROLL for (size_t v = 0; v < vectors; v++) waiting[v] = sums[v];
    return;
  }
  float *c = g->c + row * g->columns + s->column;
  UNROLL for (size_t v = 0; v < vectors; v++) {
    size_t at = v * LANES;
    store_part(c + at, finished(sums[v] + 0.0f, s->bias ? s->bias + at : NULL), s->columns - at);
  }
}

// One row of C. No CPU foresees how many terms a row has: what the next row needs is fetched before
// they are added, so that the wrong guess at their end does not delay it.
INLINE void skip_row(const struct skip *s, size_t row, uint64_t terms, const float *a, size_t step,
                     vec *next, size_t vectors) {
  vec sums[SKIP_VECTORS];
  UNROLL for (size_t v = 0; v < vectors; v++) sums[v] = next[v];
  if (row + 1 < s->row + s->rows) load_sums_of_row(s, row + 1, next, vectors);
  add_terms(s, terms, a, step, sums, vectors);
  store_sums_of_row(s, row, sums, vectors);
}

#ifdef SKIP_PAIRS

// Two rows of C, with the terms of either.
INLINE void skip_pair(const struct skip *s, size_t row, uint64_t terms, const float *a0,
                      const float *a1, size_t step, size_t vectors) {
  vec sums0[SKIP_VECTORS], sums1[SKIP_VECTORS];
  load_sums_of_row(s, row, sums0, vectors);
  load_sums_of_row(s, row + 1, sums1, vectors);
  while (terms != 0) {
    size_t p = (size_t)__builtin_ctzll(terms);
    terms &= terms - 1;
    vec x0 = a0[p * step], x1 = a1[p * step];
    UNROLL for (size_t v = 0; v < vectors; v++) {
      vec y = s->b[p * vectors + v];
      sums0[v] = MULTIPLY_ADD(x0, y, sums0[v]);
      sums1[v] = MULTIPLY_ADD(x1, y, sums1[v]);
    }
  }
  store_sums_of_row(s, row, sums0, vectors);
  store_sums_of_row(s, row + 1, sums1, vectors);
}

// All rows of a block by pairs; returns those that are done, all but an odd last one.
INLINE size_t skip_pairs(const struct skip *s, size_t vectors) {
  size_t stride = s->product->inner, pairs = s->rows / 2;
  const float *a = s->product->a + s->row * stride + s->inner;
  if (pairs == 0) return 0;
  uint64_t next = nonzero_terms(a, s->depth) | nonzero_terms(a + stride, s->depth);
  for (size_t k = 0; k < pairs; k++, a += 2 * stride) {
    uint64_t terms = next;
    if (k + 1 < pairs) {
      next = nonzero_terms(a + 2 * stride, s->depth) | nonzero_terms(a + 3 * stride, s->depth);
    }
    skip_pair(s, s->row + 2 * k, terms, a, a + stride, 1, vectors);
  }
  return 2 * pairs;
}

// The same where A is stored [inner, rows].
INLINE size_t skip_transposed_pairs(const struct skip *s, size_t vectors) {
  size_t stride = s->product->rows, rows = s->rows / 2 * 2, end = s->row + rows;
  const float *a = s->product->a + s->inner * stride + s->row;
  if (rows == 0) return 0;
  uint64_t next_terms[8];
  transposed_nonzero_terms(a, stride, s->depth, smaller(8, rows), next_terms);
  for (size_t i = s->row; i < end; i += 8, a += 8) {
    uint64_t terms[8];
    memcpy(terms, next_terms, sizeof terms);
    if (i + 8 < end) {
      transposed_nonzero_terms(a + 8, stride, s->depth, smaller(8, end - i - 8), next_terms);
    }
    for (size_t r = 0; r < smaller(8, end - i); r += 2) {
      skip_pair(s, i + r, terms[r] | terms[r + 1], a + r, a + r + 1, stride, vectors);
    }
  }
  return rows;
}

// As pack_panel; returns whether all of the panel is finite.
INLINE bool pack_finite_panel(float *to, const float *b, size_t stride, size_t depth,
                              size_t columns) {
  typedef uint32_t words __attribute__((ext_vector_type(LANES)));
  words large = 0;
  for (size_t p = 0; p < depth; p++, b += stride) {
    for (size_t at = 0; at < columns; at += LANES, to += LANES) {
      vec v = load_part(b + at, columns - at);
      store(to, v);
      // The sign is set where all bits of the exponent are.
      large |= ((words)v & 0x7FFFFFFF) + 0x00800000;
    }
  }
  return NONZERO_LANES((vec)(large >> 31 << 23)) == 0;
}

#endif

INLINE void skip_rows(const struct skip *s, size_t vectors) {
  size_t stride = s->product->inner, end = s->row + s->rows;
  const float *a = s->product->a + s->row * stride + s->inner;
  vec next[SKIP_VECTORS];
  load_sums_of_row(s, s->row, next, vectors);
  uint64_t next_terms = nonzero_terms(a, s->depth);
  for (size_t i = s->row; i < end; i++, a += stride) {
    uint64_t terms = next_terms;
    if (i + 1 < end) next_terms = nonzero_terms(a + stride, s->depth);
    skip_row(s, i, terms, a, 1, next, vectors);
  }
}

// The same where A is stored [inner, rows].
INLINE void skip_transposed_rows(const struct skip *s, size_t vectors) {
  size_t stride = s->product->rows, end = s->row + s->rows;
  const float *a = s->product->a + s->inner * stride + s->row;
  vec next[SKIP_VECTORS];
  load_sums_of_row(s, s->row, next, vectors);
  uint64_t next_terms[8];
  transposed_nonzero_terms(a, stride, s->depth, smaller(8, s->rows), next_terms);
  for (size_t i = s->row; i < end; i += 8, a += 8) {
    uint64_t terms[8];
    memcpy(terms, next_terms, sizeof terms);
    if (i + 8 < end) {
      transposed_nonzero_terms(a + 8, stride, s->depth, smaller(8, end - i - 8), next_terms);
    }
    for (size_t r = 0; r < smaller(8, end - i); r++) {
      skip_row(s, i + r, terms[r], a + r, stride, next, vectors);
    }
  }
}

INLINE void skip_block(const struct skip *whole, size_t vectors) {
  struct skip rest = *whole;
  bool transposed = whole->product->a_transposed;
#ifdef SKIP_PAIRS
  if (whole->is_finite) {
    size_t done = transposed ? skip_transposed_pairs(whole, vectors) : skip_pairs(whole, vectors);
    rest.row += done;
    rest.rows -= done;
    rest.waiting_sums += done * vectors;
  }
#endif
  if (rest.rows == 0) return;
  if (transposed) {
    skip_transposed_rows(&rest, vectors);
  } else {
    skip_rows(&rest, vectors);
  }
}

// A function for each width of the sums, so that its loops unroll.
#define SKIP_FUNCTION(vectors) \
  static __attribute__((noinline)) void skip_block_##vectors(const struct skip *s) { \
    skip_block(s, vectors); \
  }
SKIP_FUNCTION(1)
SKIP_FUNCTION(2)
SKIP_FUNCTION(3)
SKIP_FUNCTION(4)
SKIP_FUNCTION(5)
SKIP_FUNCTION(6)
SKIP_FUNCTION(7)
SKIP_FUNCTION(8)

static void multiply_skipping_zeros(const struct gemm_product *g, size_t first, size_t end) {
  static void (*const functions[SKIP_VECTORS])(const struct skip *) = {
      skip_block_1, skip_block_2, skip_block_3, skip_block_4,
      skip_block_5, skip_block_6, skip_block_7, skip_block_8};
  _Alignas(64) float packed[SKIP_VECTORS * LANES * SKIP_DEPTH];
  _Alignas(64) float bias[SKIP_VECTORS * LANES];
  vec waiting_sums[SKIP_VECTORS * SKIP_ROWS];
  size_t width = even_share(padded(g->columns) / LANES, SKIP_VECTORS) * LANES;
  size_t depth = even_share(g->inner, SKIP_DEPTH);
  struct skip s = {.product = g, .b = (const vec *)packed, .waiting_sums = waiting_sums};
  if (g->bias) s.bias = bias;

  for (s.column = 0; s.column < g->columns; s.column += s.columns) {
    s.columns = smaller(width, g->columns - s.column);
    if (g->bias) copy_padded(bias, g->bias + s.column, s.columns);
    for (s.row = first; s.row < end; s.row += s.rows) {
      s.rows = smaller(SKIP_ROWS, end - s.row);
      s.inner = 0;
      do {
        s.depth = smaller(depth, g->inner - s.inner);
        const float *b = g->b + s.inner * g->columns + s.column;
#ifdef SKIP_PAIRS
        s.is_finite = pack_finite_panel(packed, b, g->columns, s.depth, s.columns);
#else
        pack_panel(packed, b, g->columns, s.depth, s.columns);
#endif
        functions[padded(s.columns) / LANES - 1](&s);
        s.inner += s.depth;
      } while (s.inner < g->inner);
    }
  }
}
