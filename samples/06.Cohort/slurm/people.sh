#!/usr/bin/env bash
# Writes a table of N synthetic people to standard output, the same ones each time.
set -euo pipefail
awk -v n="${1:-1000000}" 'BEGIN {
  print "id,person.age,person.sex,body.bmi,diet.fiber,diet.milk,diet.sugary-drinks,lifestyle.smoking,lifestyle.perceived-stress,lab.vitamin-d"
  s = 20261129
  for (i = 1; i <= n; i++) {
    for (k = 0; k < 9; k++) { s = (s * 16807) % 2147483647; r[k] = s / 2147483647 }
    printf "p%d,%d,%s,%.1f,%s,%.1f,%.1f,%d,%d,%s\n", i, 12 + 70 * r[0], r[1] < 0.5 ? "female" : "male", 17 + 22 * r[2],
      r[3] < 0.1 ? "" : sprintf("%.1f", 50 * r[3]), 4 * r[4], 20 * r[5] * r[5], r[6] < 0.8 ? 0 : 20 * r[6], 40 * r[7], r[8] < 0.3 ? "" : sprintf("%.0f", 160 * r[8])
  }
}'
