"""Which keys are missing by a fault: one, or those of each of several alternatives."""

from __future__ import annotations

from articlelint.model import DataPath
from articlelint.schema.finding.fault import Fault, Target


def is_of_key(fault: Fault, inner: Fault) -> bool:
    """Whether an inner fault is about a key of the value of another fault."""
    return inner.path[:-1] == fault.path


def only_lacks_keys(fault: Fault) -> bool:
    """Whether each alternative only asks for keys of the same mapping."""
    return bool(fault.branches) and all(
        branch and all(each.target is Target.MISSING and is_of_key(fault, each) for each in branch)
        for branch in fault.branches
    )


def lacking(fault: Fault) -> list[DataPath]:
    """The paths of all keys that would be missing by one alternative or another."""
    if fault.target is Target.MISSING:
        return [fault.path]
    if not only_lacks_keys(fault):
        return []
    return [each.path for branch in fault.branches for each in branch]


def without_keys(fault: Fault, found: frozenset[DataPath]) -> Fault | None:
    """The same fault once some missing keys are found; None if nothing is left of it.

    Of several alternatives, one that asks for such a key is the one that was meant.
    """
    if found.isdisjoint(lacking(fault)):
        return fault
    if fault.target is Target.MISSING:
        return None
    left = [tuple(each for each in branch if each.path not in found) for branch in fault.branches]
    if not all(left):
        return None
    meant = (new for new, old in zip(left, fault.branches, strict=True) if len(new) < len(old))
    return fault._replace(branches=tuple(meant))
