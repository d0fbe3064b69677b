#!/usr/bin/env bash
# Scores a cohort as an array of N tasks and merges the parts when all are done.
#   submit.sh COHORT OUT N [options of gutskin score]
set -euo pipefail
[ $# -ge 3 ] || { sed -n '2,3s/^# //p' "$0"; exit 2; }
cohort=$(realpath "$1") out=$2 tasks=$3
shift 3
here=$(cd "$(dirname "$0")" && pwd)
export COHORT=$cohort OUT=$out.parts FORM=${out##*.} GUTSKIN=${GUTSKIN:-gutskin} OPTIONS=$*
mkdir -p "$OUT" logs
array=$(sbatch --parsable --array="1-$tasks" --export=ALL "$here/score.sbatch")
merge=$(sbatch --parsable --dependency="afterok:$array" --job-name=gutskin-merge --output=logs/%j_merge.txt --export=ALL \
  --wrap "$GUTSKIN merge $OUT/part-?????.$FORM -o $out; [ \$? -le 1 ]")
echo "$array $merge"
