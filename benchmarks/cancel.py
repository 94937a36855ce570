#!/usr/bin/env python3
"""How long patina-cli takes to stop: starts a command many times, interrupts each run at a random moment and prints how
long it took from SIGINT to the end of the process, by the stage that was told last.

  benchmarks/cancel.py [--runs 40] [--first 0.3] [--last SECONDS] [--seed 0] [--remove PATH]... -- COMMAND...

The moments are drawn evenly between --first and --last seconds; without --last, up to what one undisturbed run takes.
--remove names what a run leaves and the next must not find (its model, its checkpoint). Runs that were over before their
moment are counted apart. Names in the table: "start" is a run that had told no stage yet.
"""

import argparse
import os
import random
import shutil
import signal
import subprocess
import threading
import time


def clear(paths):
    for path in paths:
        if os.path.isdir(path):
            shutil.rmtree(path)
        elif os.path.exists(path):
            os.remove(path)


def undisturbed(command):
    begin = time.monotonic()
    subprocess.run(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, check=True)
    return time.monotonic() - begin


def interrupted(command, moment):
    """(stage, milliseconds, exit status); None where the run was over before."""
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True)
    lines = []
    reader = threading.Thread(target=lambda: lines.extend(process.stderr), daemon=True)
    reader.start()
    try:
        process.wait(moment)
        return None
    except subprocess.TimeoutExpired:
        pass
    told = [line.split()[0] for line in list(lines) if line.split()]
    begin = time.monotonic()
    process.send_signal(signal.SIGINT)
    status = process.wait()
    taken = 1000.0 * (time.monotonic() - begin)
    reader.join()
    return (told[-1] if told else "start", taken, status)


def row(name, values):
    values = sorted(values)

    def at(share):
        return values[min(len(values) - 1, int(share * len(values)))]

    late = sum(value > 100.0 for value in values)
    print(f"{name:12} {len(values):5} {at(0.5):8.0f} {at(0.95):8.0f} {values[-1]:8.0f} {late:11}")


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--runs", type=int, default=40)
    parser.add_argument("--first", type=float, default=0.3)
    parser.add_argument("--last", type=float)
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--remove", action="append", default=[])
    parser.add_argument("command", nargs=argparse.REMAINDER)
    options = parser.parse_args()
    command = [word for word in options.command if word != "--"]
    clear(options.remove)
    last = options.last or undisturbed(command)
    random.seed(options.seed)
    stages, over, statuses = {}, 0, {}
    for _ in range(options.runs):
        clear(options.remove)
        moment = random.uniform(options.first, last)
        found = interrupted(command, moment)
        if found is None:
            over += 1
            continue
        stage, taken, status = found
        statuses[status] = statuses.get(status, 0) + 1
        stages.setdefault(stage, []).append(taken)
        if taken > 100.0:
            print(f"  {taken:.0f} ms in {stage}, interrupted after {moment:.3f} s")
    print(f"{'stage':12} {'runs':>5} {'p50 ms':>8} {'p95 ms':>8} {'max ms':>8} {'over 100 ms':>11}")
    for stage, values in stages.items():
        row(stage, values)
    if stages:
        row("all", [value for values in stages.values() for value in values])
    print(f"{over} of {options.runs} were over before; exit status (how often):", statuses)


if __name__ == "__main__":
    main()
