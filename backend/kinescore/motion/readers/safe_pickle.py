"""Reading numpy arrays from pickle files without running anything that the file says.

AIST++ is published as pickles, and a pickle is a program. Here it may build numbers, text, lists, tuples and
dictionaries, and call six names that numpy uses to describe an array. None of the six leads to numpy or anywhere else:
each stands for a small object of this module that only remembers what it was given. Arrays are made afterwards, from
descriptions that were checked. This is the only file of the project that imports pickle.
"""

from __future__ import annotations

import io
import math
import pickle
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import ClassVar

import numpy as np
from numpy.typing import NDArray

from kinescore.errors import MotionError

MAX_STEPS = 3_000_000
"""Of a pickle's program; a file of arrays takes some hundred, a list of numbers one for each."""
MAX_DIMENSIONS = 32
_DTYPES = frozenset(["b1", "i1", "i2", "i4", "i8", "u1", "u2", "u4", "u8", "f2", "f4", "f8"])


def load_arrays(path: Path) -> dict[str, NDArray[np.generic]]:
    """The numeric arrays in a pickled dictionary, by key; a pickle that is one bare array has the key "".

    Other entries of the dictionary are left out. Raises MotionError for a file that is damaged, names anything but
    numpy arrays, or holds an array that is not of plain numbers.
    """
    data = path.read_bytes()
    try:
        content = _ArrayUnpickler(io.BytesIO(data), len(data)).load()
        if isinstance(content, _Array):
            return {"": content.to_numpy()}
        entries = content.items() if isinstance(content, dict) else ()
        return {key: value.to_numpy() for key, value in entries if isinstance(key, str) and isinstance(value, _Array)}
    except MotionError:
        raise
    except Exception as error:  # damaged pickles fail in every way that Python knows; all of them mean the same here
        raise MotionError(
            f"{path.name} is not a readable pickle file of arrays ({type(error).__name__}).",
            "Download it again, or save the keypoints as .npz.",
        ) from error


class _ArrayUnpickler(pickle._Unpickler):
    """Python's unpickler as written in Python: the one in C can be told to reserve memory by number.

    Its steps are counted, and so are the bytes that text is turned into: a short program could go on for ever. What may
    be a key has no depth, since to hash tuples of tuples takes twice as long with every level.
    """

    dispatch: ClassVar[dict] = dict(pickle._Unpickler.dispatch)

    def __init__(self, file: io.BytesIO, size: int) -> None:
        super().__init__(file, encoding="latin1")
        self.dispatch = _Counted(self.dispatch)  # type: ignore[misc]
        self._bytes_left = 2 * size + 4096

    def load_setitem(self) -> None:
        _require_flat_keys(self.stack[-2:-1])  # type: ignore[attr-defined]
        super().load_setitem()  # type: ignore[misc]

    dispatch[pickle.SETITEM[0]] = load_setitem

    def load_setitems(self) -> None:
        _require_flat_keys(self.stack[::2])  # type: ignore[attr-defined]
        super().load_setitems()  # type: ignore[misc]

    dispatch[pickle.SETITEMS[0]] = load_setitems

    def load_dict(self) -> None:
        _require_flat_keys(self.stack[::2])  # type: ignore[attr-defined]
        super().load_dict()  # type: ignore[misc]

    dispatch[pickle.DICT[0]] = load_dict

    def load_set(self) -> None:
        """Sets hash what is in them, and arrays come without them."""
        raise MotionError("The pickle file holds a set; only arrays, lists, tuples and dictionaries are accepted.")

    for opcode in (pickle.EMPTY_SET, pickle.ADDITEMS, pickle.FROZENSET):
        dispatch[opcode[0]] = load_set
    del opcode

    def load_reduce(self) -> None:
        arguments = self.stack[-1]  # type: ignore[attr-defined]
        if isinstance(arguments, tuple):
            self._bytes_left -= sum(len(text) for text in arguments if isinstance(text, str))
        if self._bytes_left < 0:
            raise MotionError("The pickle file makes more bytes of its text than it holds.", code="unsafe_file")
        super().load_reduce()  # type: ignore[misc]

    dispatch[pickle.REDUCE[0]] = load_reduce

    def load_bytearray8(self) -> None:
        """Read what is there, where the original would reserve all that is announced."""
        size = int.from_bytes(self.read(8), "little")  # type: ignore[attr-defined]  # set by `load`
        self.append(bytearray(self.read(size)))  # type: ignore[attr-defined]

    dispatch[pickle.BYTEARRAY8[0]] = load_bytearray8

    def find_class(self, module: str, name: str) -> object:
        stand_in = _STAND_INS.get((module.replace("numpy._core.", "numpy.core."), name))
        if stand_in is None:
            raise MotionError(
                f"The pickle file wants to run {module[:60]}.{name[:60]}; "
                "only numpy arrays and plain containers are accepted.",
                "Do not open it elsewhere unless you trust its source.",
                code="unsafe_file",
            )
        return stand_in


class _Counted(dict):
    """A table of steps that lets `MAX_STEPS` be taken."""

    steps = 0

    def __getitem__(self, opcode: int) -> object:
        self.steps += 1
        if self.steps > MAX_STEPS:
            raise MotionError("The pickle file is a longer program than arrays need.", "Save the arrays as .npz.")
        return super().__getitem__(opcode)


def _require_flat_keys(keys: Sequence[object]) -> None:
    if not all(isinstance(key, str | int | float | bytes | None) for key in keys):
        raise MotionError("The pickle file has a dictionary whose keys are no text or numbers.", code="unsafe_file")


class _Type:
    """numpy's dtype: remembers kind and byte order, and accepts nothing but plain numbers."""

    __slots__ = ("code",)

    def __init__(self, code: str) -> None:
        if code.lstrip("<>=|") not in _DTYPES:
            raise MotionError(f"The pickle file holds an array of {code[:20]!r}; only plain numbers are accepted.")
        self.code = code

    def __setstate__(self, state: tuple) -> None:
        byte_order, subarray, names, fields = state[1:5]
        if byte_order not in ("<", ">", "=", "|") or (subarray, names, fields) != (None, None, None):
            raise MotionError("The pickle file holds an array of records; only plain numbers are accepted.")
        self.code = byte_order + self.code.lstrip("<>=|")


class _Array:
    """numpy's ndarray or scalar: remembers shape, type and bytes."""

    __slots__ = ("state",)

    def __init__(self, state: tuple | None = None) -> None:
        self.state = state

    def __setstate__(self, state: tuple) -> None:
        self.state = state[1:5]  # shape, type, Fortran order, bytes

    def to_numpy(self) -> NDArray[np.generic]:
        """The array, or MotionError when shape, type and bytes do not belong together."""
        if self.state is None:
            raise MotionError("The pickle file names an array without content.")
        shape, kind, fortran_order, raw = self.state
        raw = raw.encode("latin1") if isinstance(raw, str) else raw
        sound = isinstance(shape, tuple) and len(shape) <= MAX_DIMENSIONS
        sound = sound and all(isinstance(n, int) and 0 <= n < 2**48 for n in shape)
        if not (sound and isinstance(kind, _Type) and isinstance(raw, bytes | bytearray)):
            raise MotionError("The pickle file holds an array that is not of plain numbers.")
        dtype = np.dtype(kind.code)
        if math.prod(shape) * dtype.itemsize != len(raw):
            raise MotionError(f"The pickle file holds {len(raw)} bytes for an array of shape {list(shape)} {dtype}.")
        return np.frombuffer(raw, dtype).reshape(shape, order="F" if fortran_order else "C")


@dataclass(frozen=True, slots=True)
class _StandIn:
    """What a pickle gets when it names one of numpy's own; frozen, so that the pickle cannot change it either."""

    name: str

    def __call__(self, *given: object) -> object:
        match self.name, given:
            case "dtype", (str(code), *_):
                return _Type(code)
            case "_reconstruct", _:
                return _Array()
            case "scalar", (kind, raw):
                return _Array(((), kind, False, raw))
            case "_frombuffer", (raw, kind, shape, order):
                return _Array((shape, kind, order == "F", raw))
            case "encode", (str(text), "latin1"):
                return text.encode("latin1")  # how protocol 2 writes bytes
        raise MotionError(f"The pickle file calls numpy's {self.name} in a way that numpy does not.")

    def __setstate__(self, state: object) -> None:
        raise MotionError("The pickle file tries to change what it may only name.", code="unsafe_file")


_STAND_INS = {
    (module, name): _StandIn(name)
    for module, name in (
        ("numpy", "ndarray"),
        ("numpy", "dtype"),
        ("numpy.core.multiarray", "_reconstruct"),
        ("numpy.core.multiarray", "scalar"),
        ("numpy.core.numeric", "_frombuffer"),
        ("_codecs", "encode"),
    )
}
