// Products over all terms, in blocks for the caches: the rows of a panel of B stay in the
// first-level cache while the rows of a block of A pass; the block of A stays in the second-level
// cache while the panels pass.

#define TILE_COLUMNS (TILE_VECTORS * LANES)
#define BLOCK_DEPTH 256
#define BLOCK_ROWS 128
#define BLOCK_PANELS 4

struct block {
  size_t inner, depth;  // first and count of the chain
  size_t column, columns;
  size_t row, rows;
  bool few_rows;
};

// Few rows of A do not repay packing B. Long rows of B repay it sooner: read where they lie, they
// crowd into few sets of the cache.
INLINE bool are_few(size_t rows, size_t columns) { return rows <= (columns <= 512 ? 128 : 32); }

// Whether the tiles read a panel where it lies. Vectors must not reach beyond its columns.
INLINE bool stays_in_place(const struct gemm_product *g, const struct block *k, size_t columns) {
  return k->few_rows && !g->b_transposed && columns % LANES == 0;
}

static void pack_block(const struct gemm_product *g, const struct block *k, float *packed) {
  for (size_t j = 0; j < k->columns; j += TILE_COLUMNS) {
    size_t columns = smaller(TILE_COLUMNS, k->columns - j), column = k->column + j;
    float *panel = packed + j * k->depth;
    if (stays_in_place(g, k, columns)) continue;
    if (g->b_transposed) {
      pack_transposed_panel(panel, g->b + column * g->inner + k->inner, g->inner, k->depth,
                            columns);
    } else {
      pack_panel(panel, g->b + k->inner * g->columns + column, g->columns, k->depth, columns);
    }
  }
}

// A large A comes from memory in short pieces, one a row, which no hardware foresees.
INLINE void prefetch_rows_below(const struct tile *t, size_t row_step) {
  for (size_t r = 0; r < TILE_ROWS; r++) {
    const float *below = t->a[r] + TILE_ROWS * row_step;
    for (size_t p = 0; p < t->depth; p += 64 / sizeof *below) __builtin_prefetch(below + p, 0, 2);
  }
}

static void multiply_block(const struct gemm_product *g, const struct block *k,
                           const float *packed, const float *bias) {
  struct tile t = {.depth = k->depth, .c_stride = g->columns};
  t.step = g->a_transposed ? g->rows : 1;
  t.starts = k->inner == 0;
  t.ends = k->inner + k->depth == g->inner;
  size_t row_step = g->a_transposed ? 1 : g->inner;
  const float *a = g->a + k->inner * t.step;
  size_t end = k->row + k->rows;

  for (size_t j = 0; j < k->columns; j += TILE_COLUMNS) {
    t.columns = smaller(TILE_COLUMNS, k->columns - j);
    t.bias = bias ? bias + j : NULL;
    if (stays_in_place(g, k, t.columns)) {
      t.b = g->b + k->inner * g->columns + k->column + j;
      t.b_step = g->columns;
    } else {
      t.b = packed + j * k->depth;
      t.b_step = padded(t.columns);
    }
    bool prefetches = j == 0 && !k->few_rows && !g->a_transposed;
    for (size_t i = k->row; i < end; i += TILE_ROWS) {
      t.rows = smaller(TILE_ROWS, end - i);
      for (size_t r = 0; r < TILE_ROWS; r++) t.a[r] = a + (i + smaller(r, t.rows - 1)) * row_step;
      t.c = g->c + i * g->columns + k->column + j;
      if (prefetches && i + 2 * TILE_ROWS <= end) prefetch_rows_below(&t, row_step);
      compute_tile(&t);
    }
  }
}

static void multiply_dense(const struct gemm_product *g, size_t first, size_t end) {
  _Alignas(64) float packed[BLOCK_PANELS * TILE_COLUMNS * BLOCK_DEPTH];
  _Alignas(64) float bias[BLOCK_PANELS * TILE_COLUMNS];
  size_t depth = even_share(g->inner, BLOCK_DEPTH);
  struct block k = {.few_rows = are_few(end - first, g->columns)};
  for (k.column = 0; k.column < g->columns; k.column += k.columns) {
    k.columns = smaller(BLOCK_PANELS * TILE_COLUMNS, g->columns - k.column);
    if (g->bias) copy_padded(bias, g->bias + k.column, k.columns);
    k.inner = 0;
    do {
      k.depth = smaller(depth, g->inner - k.inner);
      pack_block(g, &k, packed);
      for (k.row = first; k.row < end; k.row += k.rows) {
        k.rows = smaller(BLOCK_ROWS, end - k.row);
        multiply_block(g, &k, packed, g->bias ? bias : NULL);
      }
      k.inner += k.depth;
    } while (k.inner < g->inner);
  }
}
