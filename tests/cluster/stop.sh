#!/usr/bin/env bash
# stop.sh DIR: ends what start.sh DIR has started.
home=$(realpath -m "${1:?folder}")
export SLURM_CONF=$home/slurm.conf
timeout 10 scancel --quiet -u "$(id -un)" 2>/dev/null
sleep 0.5
timeout 10 scontrol shutdown 2>/dev/null
for file in "$home"/node.*.pid "$home"/controller.pid; do
    [ -f "$file" ] || continue
    process=$(cat "$file")
    for _ in $(seq 50); do
        kill -0 "$process" 2>/dev/null || break
        sleep 0.1
    done
    kill "$process" 2>/dev/null
done
munged --stop --socket="$home/munge/socket" 2>/dev/null
true
