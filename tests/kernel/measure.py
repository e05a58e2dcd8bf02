#!/usr/bin/python3
"""How quick the installed kernel is, as jupyter_client sees it: medians over several starts, in milliseconds.

Usage: measure.py [STARTS] [KERNEL]
"""

import statistics
import sys
import time

from jupyter_client.manager import KernelManager


def result_of(client, code):
    """Runs a cell; the seconds until its value is there."""
    began = time.perf_counter()
    request = client.execute(code)
    while True:
        message = client.get_iopub_msg(timeout=60)
        if message["parent_header"].get("msg_id") != request:
            continue
        if message["msg_type"] == "error":
            raise SystemExit("\n".join(message["content"]["traceback"]))
        if message["msg_type"] == "execute_result":
            return time.perf_counter() - began


def completion_of(client, code):
    began = time.perf_counter()
    client.complete(code, reply=True, timeout=60)
    return time.perf_counter() - began


def one_start(kernel, wait_for_ready):
    manager = KernelManager(kernel_name=kernel)
    began = time.perf_counter()
    manager.start_kernel()
    client = manager.client()
    client.start_channels()
    try:
        if wait_for_ready:
            client.wait_for_ready(timeout=60)
        result_of(client, "var x = 20; x + 1")
        first = time.perf_counter() - began
        second = result_of(client, 'var list = new List<double> { 1.5, 2.5 }; $"{list.Sum() * x}"')
        third = result_of(client, "string Twice(string s) => s + s; Twice(\"ab\")")
        time.sleep(3)  # A person reads; completion warms up.
        completions = [completion_of(client, code) for code in ("list.", "Console.Wri", "var y = list.Select(v => v.")]
        return first, second, third, completions[0], statistics.median(completions[1:])
    finally:
        client.stop_channels()
        manager.shutdown_kernel()


def main():
    starts = int(sys.argv[1]) if len(sys.argv) > 1 else 5
    kernel = sys.argv[2] if len(sys.argv) > 2 else "coursecnn"
    names = ("launch to first result", "second cell", "third cell", "first completion", "later completions")
    for wait_for_ready in (False, True):
        print("with" if wait_for_ready else "without", "the pause of jupyter_client's wait_for_ready:")
        rounds = [one_start(kernel, wait_for_ready) for _ in range(starts)]
        for name, times in zip(names, zip(*rounds)):
            milliseconds = [1000 * seconds for seconds in times]
            spread = f"{min(milliseconds):.0f} to {max(milliseconds):.0f}"
            print(f"  {name:<24} {statistics.median(milliseconds):6.0f} ms   ({spread})")


if __name__ == "__main__":
    main()
