/* Scores a few people from four threads at once and prints every number as its bits, for the Python test to compare. */
#include "../gutskin.h"

#include <math.h>
#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { ROWS = 5000, FACTORS = 3, CONDITIONS_AT_MOST = 64, THREADS = 4 };

static double fiber[ROWS], milk[ROWS], smoking[ROWS];
static int conditions;

static void *score(void *into) {
  const double *columns[FACTORS] = {fiber, milk, smoking};
  const uint8_t factors[] = "diet.fiber\0diet.milk\0lifestyle.smoking";
  double *out = into;
  int64_t refused = -1;
  int32_t status = gutskin_score(0, factors, FACTORS, columns, ROWS, out, out + conditions * ROWS, out + 2 * conditions * ROWS, conditions, &refused);
  return status == GUTSKIN_OK && refused == 1 ? out : NULL;
}

int main(void) {
  uint8_t ids[4096];
  int64_t length = 0;
  if (gutskin_conditions(0, ids, sizeof ids, &length) != GUTSKIN_OK) return 1;
  for (int64_t i = 0; i < length; i++) conditions += ids[i] == 0;
  for (int i = 0; i < ROWS; i++) {
    fiber[i] = i % 7 == 0 ? NAN : (i * 37 % 1500) / 10.0;
    milk[i] = i % 41 / 10.0;
    smoking[i] = i % 3 == 0 ? NAN : i % 40;
  }
  milk[17] = -1; /* not allowed: missing, and counted */

  pthread_t threads[THREADS];
  double *results[THREADS];
  size_t size = sizeof(double) * 3 * conditions * ROWS;
  for (int t = 0; t < THREADS; t++) pthread_create(&threads[t], NULL, score, malloc(size));
  for (int t = 0; t < THREADS; t++) {
    pthread_join(threads[t], (void **)&results[t]);
    if (!results[t] || memcmp(results[t], results[0], size)) return 2;
  }

  const uint8_t unknown[] = "diet.fibre";
  const double *column[1] = {fiber};
  if (gutskin_score(0, unknown, 1, column, ROWS, results[0], results[1], results[2], conditions, NULL) != GUTSKIN_UNKNOWN) return 3;
  uint8_t said[256];
  gutskin_error(said, sizeof said, &length);
  if (!strstr((char *)said, "diet.fibre")) return 4;
  if (gutskin_score(0, NULL, 0, NULL, ROWS, NULL, NULL, NULL, conditions, NULL) != GUTSKIN_BAD_ARGUMENT) return 5;
  if (gutskin_close_rules(99) != GUTSKIN_BAD_ARGUMENT) return 6;

  for (int i = 0; i < 3 * conditions * ROWS; i++) {
    uint64_t bits;
    memcpy(&bits, &results[3][i], 8);
    printf("%016llx\n", (unsigned long long)bits);
  }
  return 0;
}
