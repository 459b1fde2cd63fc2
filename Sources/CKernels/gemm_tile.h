// One tile of C: its sums stay in registers through the whole of a block of the inner dimension.

struct tile {
  const float *a[TILE_ROWS];  // element p of row r is a[r][p * step]
  size_t step;
  size_t depth;
  const float *b;     // whole vectors; step p starts at b[p * b_step]
  size_t b_step;
  const float *bias;  // whole vectors, or NULL
  float *c;
  size_t c_stride;
  size_t rows;     // of C; rows of `a` beyond them repeat the last
  size_t columns;  // of C; the panel has whole vectors
  bool starts;     // the chain starts here, at +0, and does not go on from what C holds
  bool ends;
};

INLINE void load_sums(const struct tile *t, vec *sums, size_t rows, size_t vectors) {
  UNROLL for (size_t r = 0; r < rows; r++) {
    UNROLL for (size_t v = 0; v < vectors; v++) {
      size_t at = v * LANES;
      bool reads = !t->starts && r < t->rows;
      sums[r * vectors + v] = reads ? load_part(t->c + r * t->c_stride + at, t->columns - at) : 0;
    }
  }
}

INLINE void store_sums(const struct tile *t, const vec *sums, size_t rows, size_t vectors) {
  UNROLL for (size_t r = 0; r < rows; r++) {
    if (r >= t->rows) break;
    UNROLL for (size_t v = 0; v < vectors; v++) {
      size_t at = v * LANES;
      vec sum = sums[r * vectors + v];
      if (t->ends) sum = finished(sum, t->bias ? t->bias + at : NULL);
      store_part(t->c + r * t->c_stride + at, sum, t->columns - at);
    }
  }
}

INLINE void compute(const struct tile *t, size_t rows, size_t vectors) {
  vec sums[TILE_ROWS * TILE_VECTORS];
  load_sums(t, sums, rows, vectors);

  const float *a[TILE_ROWS];
  UNROLL for (size_t r = 0; r < rows; r++) a[r] = t->a[r];
  const float *b = t->b;
  for (size_t p = 0, at = 0; p < t->depth; p++, at += t->step) {
    vec row[TILE_VECTORS];
    UNROLL for (size_t v = 0; v < vectors; v++) row[v] = load(b + v * LANES);
    UNROLL for (size_t r = 0; r < rows; r++) {
      vec x = a[r][at];
      UNROLL for (size_t v = 0; v < vectors; v++) {
        sums[r * vectors + v] = MULTIPLY_ADD(x, row[v], sums[r * vectors + v]);
      }
    }
    b += t->b_step;
  }
  store_sums(t, sums, rows, vectors);
}

// A function for each shape of tile, so that its loops unroll.
#define TILE_FUNCTION(rows, vectors) \
  static __attribute__((noinline)) void tile_##rows##x##vectors(const struct tile *t) { \
    compute(t, rows, vectors); \
  }
