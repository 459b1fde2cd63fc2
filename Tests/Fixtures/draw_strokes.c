// Draws what Cairo's versions render otherwise: strokes with round joins and caps, arcs, splines,
// dashes, dark on light and light on dark. Run under Cairo 1.16.0 (Debian 12) and 1.18.4 (13):
//
//     cc draw_strokes.c -o draw_strokes $(pkg-config --cflags --libs cairo)
//     ./draw_strokes ../ComparingTests/Fixtures/strokes-$(pkg-config --modversion cairo).png
#include <cairo.h>
#include <stdint.h>

static uint64_t state = 88172645463325252ULL;

static double chance(void) {
  state ^= state << 13;
  state ^= state >> 7;
  state ^= state << 17;
  return (double)(state >> 11) / 9007199254740992.0;
}

static void line(cairo_t *context, int index, double top, double bottom) {
  static const double widths[] = {3, 1.5, 2.2, 0.9};
  static const double colors[][3] = {{0, 0.45, 0.7}, {0.84, 0.37, 0}, {0, 0.62, 0.45}, {0.5, 0.5, 0.5}};
  const double dashes[] = {3.6, 5.4}, *color = colors[index % 4];
  cairo_set_source_rgb(context, color[0], color[1], color[2]);
  cairo_set_line_width(context, widths[index % 4]);
  cairo_set_dash(context, dashes, index % 4 == 2 ? 2 : 0, 0);
  const double step = index % 2 ? 1.5 : 6;
  double y = top + (bottom - top) * (index + 0.5) / 4;
  for (double x = 0; x < 300; x += step) {
    y += (chance() - 0.5) * 14;
    if (y < top + 4) y = top + 4;
    if (y > bottom - 4) y = bottom - 4;
    if (x == 0) cairo_move_to(context, x, y);
    else if (index == 3) cairo_curve_to(context, x - 4, y + 3, x - 2, y - 3, x, y);
    else cairo_line_to(context, x, y);
  }
  cairo_stroke(context);
}

int main(int count, char **arguments) {
  if (count != 2) return 2;
  cairo_surface_t *surface = cairo_image_surface_create(CAIRO_FORMAT_RGB24, 300, 240);
  cairo_t *context = cairo_create(surface);
  cairo_set_source_rgb(context, 1, 1, 1);
  cairo_paint(context);
  cairo_set_source_rgb(context, 0.08, 0.09, 0.11);
  cairo_rectangle(context, 0, 120, 300, 120);
  cairo_fill(context);
  cairo_set_line_join(context, CAIRO_LINE_JOIN_ROUND);
  cairo_set_line_cap(context, CAIRO_LINE_CAP_ROUND);
  for (int half = 0; half < 2; half++) {
    for (int index = 0; index < 4; index++) line(context, index, half * 120, half * 120 + 120);
  }
  for (int index = 0; index < 40; index++) {
    cairo_arc(context, chance() * 300, chance() * 240, 2 + chance() * 4, 0, 6.283185307179586);
    cairo_fill(context);
  }
  return cairo_surface_write_to_png(surface, arguments[1]) == CAIRO_STATUS_SUCCESS ? 0 : 1;
}
