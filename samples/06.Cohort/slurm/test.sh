#!/usr/bin/env bash
# The array on a real Slurm, on one machine: a controller and two node daemons on loopback. Scores PEOPLE synthetic people as an array of
# TASKS, kills a node daemon and a task in the middle, requeues, merges, and compares with a run in one piece, byte for byte.
#   test.sh [PEOPLE] [TASKS] [FORM]        GUTSKIN="dotnet path/to/gutskin.dll" test.sh 20000 4 parquet
# Needs root for the daemons. Exit status 77: daemons cannot be started here, with the reason.
set -uo pipefail
people=${1:-1000000} tasks=${2:-20} form=${3:-csv}
here=$(cd "$(dirname "$0")" && pwd)
export GUTSKIN=${GUTSKIN:-gutskin}
say() { printf '%s  %s\n' "$(date +%T)" "$*"; }
skip() { echo "skipped: $*"; exit 77; }

[ "$(id -u)" = 0 ] || skip "the daemons need root"
if ! command -v slurmctld >/dev/null; then
  apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq slurm-wlm munge >/dev/null || skip "slurm-wlm cannot be installed"
fi
work=$(mktemp -d)
chmod 755 "$work"
pids=()
cleanup() {
  for pid in "${pids[@]}"; do kill "$pid" 2>/dev/null; done
  sleep 1
  [ -n "${KEEP:-}" ] || rm -rf "$work"
}
trap cleanup EXIT

# munge with a key of its own
mkdir -p "$work/munge"
dd if=/dev/urandom of="$work/munge/key" bs=1024 count=1 2>/dev/null
chown -R munge: "$work/munge"
chmod 700 "$work/munge"
chmod 400 "$work/munge/key"
runuser -u munge -- munged --foreground --force --key-file="$work/munge/key" --socket="$work/munge/socket" --pid-file="$work/munge/pid" \
  --log-file="$work/munge/log" --seed-file="$work/munge/seed" >"$work/munged.txt" 2>&1 &
pids+=($!)
for _ in $(seq 50); do [ -S "$work/munge/socket" ] && break; sleep 0.1; done
[ -S "$work/munge/socket" ] || skip "munged does not start: $(tail -n 1 "$work/munged.txt")"
chmod 755 "$work/munge"

host=$(hostname -s)
cat >"$work/slurm.conf" <<CONF
ClusterName=test
SlurmctldHost=$host(127.0.0.1)
SlurmctldPort=16817
AuthType=auth/munge
AuthInfo=socket=$work/munge/socket
CredType=cred/munge
SlurmUser=root
SlurmdUser=root
StateSaveLocation=$work/state
SlurmdSpoolDir=$work/spool-%n
SlurmctldPidFile=$work/slurmctld.pid
SlurmdPidFile=$work/slurmd-%n.pid
SlurmctldLogFile=$work/slurmctld.log
SlurmdLogFile=$work/slurmd-%n.log
ProctrackType=proctrack/pgid
TaskPlugin=task/none
SelectType=select/cons_tres
SelectTypeParameters=CR_CPU
SchedulerParameters=sched_interval=2
SlurmdTimeout=5
ReturnToService=2
JobRequeue=1
MpiDefault=none
NodeName=n1 NodeHostname=$host NodeAddr=127.0.0.1 Port=16818 CPUs=2 RealMemory=4000 State=UNKNOWN
NodeName=n2 NodeHostname=$host NodeAddr=127.0.0.1 Port=16819 CPUs=2 RealMemory=4000 State=UNKNOWN
PartitionName=all Nodes=n1,n2 Default=YES MaxTime=INFINITE State=UP
CONF
export SLURM_CONF=$work/slurm.conf
mkdir -p "$work/state" "$work/spool-n1" "$work/spool-n2"
slurmctld -D -c >"$work/slurmctld.txt" 2>&1 &
pids+=($!)
slurmd -D -N n1 >"$work/slurmd1.txt" 2>&1 &
pids+=($!)
slurmd -D -N n2 >"$work/slurmd2.txt" 2>&1 &
node2=$!
pids+=("$node2")
for _ in $(seq 60); do [ "$(sinfo -h -o %T 2>/dev/null | sort -u)" = idle ] && break; sleep 0.5; done
sinfo -N -h -o '%N %T' 2>/dev/null | grep -q idle || skip "the daemons do not come up: $(tail -n 2 "$work/slurmctld.txt" "$work/slurmd1.txt" | tr '\n' ' ')"
say "two nodes: $(sinfo -N -h -o '%N %T' | tr '\n' ' ')"

cd "$work" || exit
"$here/people.sh" "$people" >people.csv
say "$people people, $(stat -c %s people.csv) bytes"
SECONDS=0
$GUTSKIN score people.csv -o "whole.$form" --threads 1
[ $? -le 1 ] || exit 1
say "in one piece, on one thread: $SECONDS s"
SECONDS=0
read -r array merge < <("$here/submit.sh" people.csv "whole-array.$form" "$tasks")
say "array $array of $tasks tasks, merge $merge"

# In the middle: the daemon of a node, and one task on the other.
for _ in $(seq 600); do
  done_=$(find "whole-array.$form.parts" -name '*.run.json' 2>/dev/null | wc -l)
  [ "$done_" -ge $((tasks / 4)) ] && break
  sleep 0.2
done
say "$done_ of $tasks parts are done: killing the daemon of n2"
kill -9 "$node2"
for _ in $(seq 50); do
  running=$(squeue -h -t R -w n1 -o '%A' | head -n 1)
  [ -n "$running" ] && break
  sleep 0.1
done
if [ -n "$running" ]; then
  say "killing task $running on n1, and requeueing it"
  scontrol requeue "$running" || scancel --signal=KILL "$running"
fi
sleep 3
say "starting n2 again"
slurmd -D -N n2 >>"$work/slurmd2.txt" 2>&1 &
pids+=($!)
for _ in $(seq 1200); do
  [ -e "whole-array.$form.run.json" ] && break
  for job in $(squeue -h -t S,ST -o %A); do scontrol requeue "$job"; done
  # Slurm holds a requeued task back for two minutes, lest it fails again at once; this one was killed on purpose.
  for job in $(squeue -h -t PD -o '%A %r' | awk '$2 == "BeginTime" { print $1 }'); do scontrol update "JobId=$job" StartTime=now 2>/dev/null; done
  state=$(scontrol show job "$merge" -o 2>/dev/null | grep -o 'Reason=DependencyNeverSatisfied')
  [ -n "$state" ] && { say "a task failed for good"; scontrol show job "$array" | grep -E 'JobState|ExitCode' | sort | uniq -c; exit 1; }
  sleep 0.5
done
say "array and merge: $SECONDS s"
same=0
for file in "whole.$form" "whole.$form.run.json" "whole.$form.errors.jsonl"; do
  other=whole-array${file#whole}
  [ -e "$file" ] || { [ -e "$other" ] && { say "$other should not be there"; exit 1; }; continue; }
  cmp "$file" "$other" || { say "$other differs"; exit 1; }
  say "$other is $file byte for byte: $(sha256sum <"$file" | cut -c 1-16)"
  same=$((same + 1))
done
echo "$same passed, 0 failed"
