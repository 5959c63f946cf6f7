"""A real Slurm of two nodes on this host, for as long as the tests take."""

import os
import shutil
import subprocess
import time
from pathlib import Path

import pytest

HERE = Path(__file__).resolve().parent
ROOT = HERE.parents[1]
BINARY = Path(os.environ.get("CANOPY_BINARY", ROOT / "build" / "release" / "canopy"))


class Cluster:
    """Two nodes, and what is done to them."""

    def __init__(self, home):
        self.home = home
        self.environment = {**os.environ, "SLURM_CONF": str(home / "slurm.conf"), "LC_ALL": "C"}

    def ask(self, *words):
        return subprocess.run(words, env=self.environment, capture_output=True, text=True, check=False).stdout

    def canopy(self, *words):
        return subprocess.run([BINARY, *map(str, words)], cwd=ROOT, env=self.environment, capture_output=True,
                              text=True, timeout=800, check=False)

    def start(self, *words):
        return subprocess.Popen([BINARY, *map(str, words)], cwd=ROOT, env=self.environment,
                                stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)

    def on_node(self, name):
        """Processes of tasks on a node, with the daemons above them."""
        mark = b"SLURMD_NODENAME=" + name.encode()
        found = set()
        for entry in Path("/proc").iterdir():
            if not entry.name.isdigit():
                continue
            try:
                if mark not in (entry / "environ").read_bytes().split(b"\0"):
                    continue
                found.add(int(entry.name))
                parent = int((entry / "stat").read_text().rsplit(")", 1)[1].split()[1])
                if b"slurmstepd" in Path(f"/proc/{parent}/cmdline").read_bytes():
                    found.add(parent)
            except OSError:  # it has ended
                continue
        return found

    def kill_node(self, name):
        """End a node in the middle of a task, as a power cut does; return how many processes that were."""
        for _ in range(300):
            victims = self.on_node(name)
            if len(victims) >= 3:
                break
            time.sleep(0.02)
        victims.add(int((self.home / f"node.{name}.pid").read_text()))
        for victim in victims:
            try:
                os.kill(victim, 9)
            except ProcessLookupError:
                pass
        return len(victims)

    def revive(self, name):
        subprocess.run(["slurmd", "-N", name], env=self.environment, check=True)


@pytest.fixture(scope="session")
def cluster(tmp_path_factory):
    for program in ("slurmctld", "slurmd", "sbatch", "munged"):
        if shutil.which(program) is None and not Path("/usr/sbin", program).exists():
            pytest.skip(f"{program} is not installed (slurm-wlm, munge)")
    home = tmp_path_factory.mktemp("slurm")
    os.chmod(home.parent, 0o755)
    subprocess.run([HERE / "start.sh", home, "2", "1"], check=True, timeout=60)
    made = Cluster(home)
    try:
        for _ in range(60):
            if made.ask("sinfo", "-h", "-o", "%D %T").split() == ["2", "idle"]:
                break
            time.sleep(0.5)
        else:
            pytest.fail("the nodes did not come up: " + made.ask("sinfo"))
        yield made
    finally:
        subprocess.run([HERE / "stop.sh", home], check=False, timeout=60)
