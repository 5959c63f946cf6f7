#!/usr/bin/env bash
# start.sh DIR NODES CPUS: a Slurm of one's own on this host, without systemd, accounting or
# cgroups: a controller and NODES node daemons, all below DIR. Stop it with stop.sh DIR.
set -euo pipefail
home=$(realpath -m "${1:?folder}")
nodes=${2:-2}
cpus=${3:-1}
host=$(hostname -s)
user=$(id -un)
port=${CANOPY_SLURM_PORT:-26817}
mkdir -p "$home"/{state,log,spool,munge}
chmod 755 "$home"
chmod 700 "$home/munge"
if [ ! -f "$home/munge/key" ]; then
    (umask 077 && head -c 1024 /dev/urandom >"$home/munge/key")
fi
{
    cat <<CONF
ClusterName=canopytest
SlurmctldHost=$host(127.0.0.1)
SlurmctldPort=$port
SlurmUser=$user
SlurmdUser=$user
AuthType=auth/munge
AuthInfo=socket=$home/munge/socket
CryptoType=crypto/munge
StateSaveLocation=$home/state
SlurmdSpoolDir=$home/spool/%n
SlurmctldPidFile=$home/controller.pid
SlurmdPidFile=$home/node.%n.pid
SlurmctldLogFile=$home/log/controller.log
SlurmdLogFile=$home/log/node.%n.log
# Without these three, nodes drain for want of cgroups.
ProctrackType=proctrack/linuxproc
TaskPlugin=task/none
JobAcctGatherType=jobacct_gather/none
AccountingStorageType=accounting_storage/none
SelectType=select/cons_tres
SelectTypeParameters=CR_Core
SchedulerType=sched/backfill
SchedulerParameters=sched_min_interval=0,bf_interval=1
SlurmdParameters=config_overrides
ReturnToService=2
# A dead node is noticed soon.
SlurmdTimeout=10
SlurmctldTimeout=10
KillWait=2
MinJobAge=60
MaxArraySize=1001
MpiDefault=none
SwitchType=switch/none
CONF
    for number in $(seq "$nodes"); do
        echo "NodeName=n$number NodeHostname=$host NodeAddr=127.0.0.1" \
            "Port=$((port + 100 + number)) CPUs=$cpus RealMemory=8000 State=UNKNOWN"
    done
    echo "PartitionName=all Nodes=ALL Default=YES MaxTime=INFINITE State=UP"
} >"$home/slurm.conf"
munged --force --key-file="$home/munge/key" --socket="$home/munge/socket" \
    --pid-file="$home/munge/pid" --log-file="$home/munge/log" --seed-file="$home/munge/seed"
export SLURM_CONF=$home/slurm.conf
slurmctld
for number in $(seq "$nodes"); do
    mkdir -p "$home/spool/n$number"
    slurmd -N "n$number"
done
