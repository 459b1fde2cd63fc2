// Prints what libDaltonLens (public domain, https://github.com/DaltonLens/libDaltonLens) makes of the
// colours in Color/VisionTests.swift: cc dichromats.c libDaltonLens.c -lm && ./a.out
#include <stdio.h>
#include "libDaltonLens.h"

int main(void) {
  const unsigned char colors[][3] = {
    {255, 0, 0}, {0, 255, 0}, {0, 0, 255}, {255, 255, 0}, {0, 255, 255}, {255, 0, 255},
    {213, 94, 0}, {0, 158, 115}, {204, 121, 167}, {40, 120, 200}, {128, 64, 32}, {90, 90, 90},
  };
  for (int i = 0; i < 12; i++) {
    const unsigned char *c = colors[i];
    printf("0x%02X%02X%02X", c[0], c[1], c[2]);
    for (int kind = 0; kind < 3; kind++) {
      unsigned char pixel[4] = {c[0], c[1], c[2], 255};
      dl_simulate_cvd_brettel1997((enum DLDeficiency)kind, 1.0f, pixel, 1, 1, 0);
      printf(", 0x%02X%02X%02X", pixel[0], pixel[1], pixel[2]);
    }
    puts("");
  }
}
