#!/usr/bin/env python3
"""healthx on a Dask cluster.

    dask_filter.py SCHEDULER DOCUMENTS.ndjson FOLDER [MEGABYTES]

Divides DOCUMENTS.ndjson into partitions of some MEGABYTES (default 64) and lets the workers of the cluster pipe each of them through
healthx. FOLDER/part-00000.ndjson and so on hold the records, in the order of the documents; an object {"id", "error"} stands where a
document failed. Both must lie where all workers see them, and each worker needs the command healthx (or HEALTHX, the command to run).

A partition is written whole or not at all, under a name that depends on its place alone. So it does no harm that a partition is done
twice, because the machine that did it first was lost; and a second call does only what is missing.
"""
import os
import shlex
import subprocess
import sys
import tempfile

from distributed import Client, as_completed

FILTER = ["extract", "--from", "ndjson", "-f", "ndjson", "--errors-as-data", "--quiet", "--jobs", "1"]


def lines_from(source, start, end):
    """The lines that begin in [start, end)."""
    if start > 0:
        # the line that begins before start belongs to the partition before
        source.seek(start - 1)
        source.readline()
    while source.tell() < end:
        line = source.readline()
        if not line:
            return
        yield line


def extract_part(documents, start, end, target):
    """Runs on a worker: a partition through healthx into its file."""
    command = shlex.split(os.environ.get("HEALTHX", "healthx")) + FILTER
    with open(documents, "rb") as source, tempfile.NamedTemporaryFile(dir=os.path.dirname(target), prefix=".part-", delete=False) as output:
        try:
            with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=output) as process:
                for line in lines_from(source, start, end):
                    process.stdin.write(line)
            if process.returncode != 0:
                raise RuntimeError(f"healthx ended with {process.returncode}")
            os.fsync(output.fileno())
            os.replace(output.name, target)
        except BaseException:
            os.unlink(output.name)
            raise
    return target


def main(scheduler, documents, folder, megabytes="64"):
    documents, folder = os.path.abspath(documents), os.path.abspath(folder)
    os.makedirs(folder, exist_ok=True)
    step = max(1, int(float(megabytes) * 2**20))
    starts = range(0, os.path.getsize(documents), step)
    parts = [(documents, start, start + step, os.path.join(folder, f"part-{i:05}.ndjson")) for i, start in enumerate(starts)]
    strangers = {name for name in os.listdir(folder) if name.startswith("part-")} - {os.path.basename(part[3]) for part in parts}
    if strangers:
        sys.exit(f"{folder} holds parts of another division ({min(strangers)} ...): name another folder, or the size it was divided by")
    missing = [part for part in parts if not os.path.exists(part[3])]
    with Client(scheduler) as client:
        # retries are for errors; partitions of a worker that is lost go to the others by themselves
        futures = [client.submit(extract_part, *part, retries=2, pure=False) for part in missing]
        for done, future in enumerate(as_completed(futures), 1):
            print(f"{done}/{len(missing)} {os.path.basename(future.result())}", flush=True)


if __name__ == "__main__":
    if len(sys.argv) not in (4, 5):
        sys.exit(__doc__)
    main(*sys.argv[1:])
