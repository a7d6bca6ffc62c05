#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Checks on one row that a remote restored from a backup is noticed before anything is inferred from it.

Every interleaving, within bounds, of edits on both sides, a backup of the remote, its restore (also in the middle of a run), and the
steps of runs: check epochs, two snapshots, stamp (raise the remote's epoch, remember it), compare-and-set. A value is a version
made on top of another. A run may overwrite a version only by one that was made on top of it; anything else is a lost update.
A restore ends the run's connections: a server that gets its files back is restarted, and a script that drops the tables has to wait
for the snapshot that has read them. So the stamp, made over a connection older than the snapshot, proves that none came between.

usage: restored_server.py [--no-stamp]   (without the stamp: only writes to the remote raise its epoch; exits with 1)"""

import sys
from collections import deque
from typing import NamedTuple, Optional

STAMP = "--no-stamp" not in sys.argv
EDITS, RUNS = 3, 4
CUT = -1  # in place of the epoch that a run has checked: its connections to the remote are gone


class State(NamedTuple):
    remote: int = 0
    local: int = 0
    base: tuple = (0, 0)       # the ledger: what either side held when they last agreed
    epoch: int = 0             # of the remote
    remembered: int = 0        # by the ledger
    backup: Optional[tuple] = None
    restored: bool = False
    step: str = "idle"
    plan: tuple = ()           # epoch when checked, then what the snapshots saw
    edits: int = 0
    runs: int = 0


ancestors = {0: frozenset()}
children = {}


def edited(version, number):
    """The version that edit `number` makes on top of `version`."""
    key = (version, number)
    if key not in children:
        children[key] = len(ancestors)
        ancestors[children[key]] = ancestors[version] | {version}
    return children[key]


def users(state):
    if state.edits < EDITS:
        yield state._replace(remote=edited(state.remote, state.edits), edits=state.edits + 1)
        yield state._replace(local=edited(state.local, state.edits), edits=state.edits + 1)
    if state.backup is None:
        yield state._replace(backup=(state.remote, state.epoch))
    elif not state.restored:
        yield state._replace(remote=state.backup[0], epoch=state.backup[1], restored=True, plan=(CUT, *state.plan[1:]))


def decide(state):
    _, remote, local = state.plan
    remote_changed, local_changed = remote != state.base[0], local != state.base[1]
    if remote == local:
        return "adopt" if remote_changed or local_changed else "idle"
    if remote_changed and local_changed:
        return "idle"  # a conflict: a person decides
    return "to_local" if remote_changed else "to_remote"


def run(state, lost):
    """The run's next steps; lost() is told of overwritten versions."""
    plan = state.plan
    if state.step == "idle" and state.runs < RUNS and state.epoch >= state.remembered:
        yield state._replace(step="checked", plan=(state.epoch,), runs=state.runs + 1)
    elif state.step == "checked":
        seen = state._replace(step="half seen", plan=(plan[0], state.remote))
        yield state._replace(step="idle") if plan[0] == CUT else seen
    elif state.step == "half seen":
        seen = state._replace(plan=(plan[0], plan[1], state.local))
        action = decide(seen)
        stamps = STAMP and action in ("adopt", "to_local")
        yield seen._replace(step="stamp " + action if stamps else action)
    elif state.step.startswith("stamp "):
        if state.epoch != plan[0]:
            yield state._replace(step="idle")  # cut off, or fenced off
        else:
            raised = (plan[0] + 1, *plan[1:])
            yield state._replace(epoch=state.epoch + 1, step=f"remember {plan[0] + 1} {state.step[6:]}", plan=raised)
    elif state.step.startswith("remember "):
        _, epoch, action = state.step.split()
        yield state._replace(remembered=int(epoch), step=action)
    elif state.step == "adopt":
        yield state._replace(base=(plan[1], plan[2]), step="idle")
    elif state.step == "to_local":
        if state.local == plan[2]:
            lost(state.local, plan[1])
            yield state._replace(local=plan[1], base=(plan[1], plan[1]), step="idle")
        else:
            yield state._replace(step="idle")
    elif state.step == "to_remote":
        if state.epoch == plan[0] and state.remote == plan[1]:
            lost(state.remote, plan[2])
            yield state._replace(remote=plan[2], epoch=plan[0] + 1, step=f"settle {plan[0] + 1}")
        else:
            yield state._replace(step="idle")
    elif state.step.startswith("settle "):
        yield state._replace(base=(plan[2], plan[2]), remembered=int(state.step[7:]), step="idle")


def explore():
    violations = 0

    def lost(old, new):
        nonlocal violations
        violations += old != new and old not in ancestors[new]

    seen, queue = {State()}, deque([State()])
    while queue:
        state = queue.popleft()
        for following in (*users(state), *run(state, lost)):
            if following not in seen:
                seen.add(following)
                queue.append(following)
    return len(seen), violations


states, found = explore()
print(f"{'with' if STAMP else 'without'} stamp: {states} states, {found} lost updates")
sys.exit(found > 0)
