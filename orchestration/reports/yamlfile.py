"""YAML files as people write them, read strictly.

What belongs here: reading with one clear line for each fault (also for a key written twice, which YAML
itself lets pass), and writing. What does not: which keys a file may have.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Hashable
from pathlib import Path
from typing import Any

import yaml

from orchestration.errors import InputError


class _Strict(yaml.SafeLoader):
    """Refuses a key that stands twice in one mapping."""

    def construct_mapping(self, node: yaml.MappingNode, deep: bool = False) -> dict[Hashable, Any]:
        seen = set()
        for key_node, _ in node.value:
            if key_node.value in seen:
                raise yaml.MarkedYAMLError(
                    problem=f"key {key_node.value} stands twice", problem_mark=key_node.start_mark
                )
            seen.add(key_node.value)
        return super().construct_mapping(node, deep)

    def construct_yaml_timestamp(self, node: yaml.ScalarNode) -> dt.date:
        """Tell where a date stands that no calendar has, such as 2023-02-31."""
        try:
            return super().construct_yaml_timestamp(node)
        except ValueError as error:
            raise yaml.MarkedYAMLError(
                problem=f"{node.value} is no date ({error})", problem_mark=node.start_mark
            ) from error


_Strict.add_constructor("tag:yaml.org,2002:timestamp", _Strict.construct_yaml_timestamp)


def read(path: Path) -> object:
    """Read a YAML file.

    Raises:
        InputError: the file cannot be read, is not UTF-8 or is no YAML; with its line.

    """
    try:
        return yaml.load(path.read_bytes().decode("utf-8-sig"), _Strict)
    except OSError as error:
        raise InputError(path, f"cannot be read ({error.strerror})", "check that it is there") from error
    except UnicodeDecodeError as error:
        raise InputError(path, "is not UTF-8", "save it as UTF-8") from error
    except yaml.MarkedYAMLError as error:
        line = error.problem_mark.line + 1 if error.problem_mark else 1
        raise InputError(path, f"line {line}: {error.problem}", "mend the YAML there") from error
    except yaml.YAMLError as error:
        raise InputError(path, "is no YAML", "mend it") from error


def render(content: object) -> str:
    """YAML with Chinese left readable and keys in the given order."""
    return yaml.safe_dump(content, allow_unicode=True, sort_keys=False, width=100)
