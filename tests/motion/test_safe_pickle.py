"""Pickles: numpy arrays come out whole, and nothing in a file gets to run."""

from __future__ import annotations

import builtins
import io
import os
import pickle
import subprocess
from collections import OrderedDict
from pathlib import Path

import numpy as np
import pytest

from kinescore.errors import MotionError
from kinescore.motion.readers import safe_pickle
from kinescore.motion.readers.safe_pickle import load_arrays

ARRAYS = {
    "floats": np.linspace(0, 1, 24).reshape(2, 3, 4),
    "singles": np.arange(6, dtype=np.float32).reshape(3, 2),
    "fortran": np.asfortranarray(np.arange(12.0).reshape(3, 4)),
    "strided": np.arange(20.0).reshape(4, 5)[::2, ::-1],
    "big endian": np.arange(5, dtype=">i4"),
    "flags": np.array([True, False]),
    "scalar": np.float64(0.5),
    "nothing": np.array(3),
}
RECONSTRUCT = np.zeros(1).__reduce__()[0]


def written(folder: Path, data: bytes) -> Path:
    path = folder / "file.pkl"
    path.write_bytes(data)
    return path


@pytest.mark.parametrize("protocol", range(pickle.HIGHEST_PROTOCOL + 1))
@pytest.mark.parametrize("module", [b"numpy.core", b"numpy._core"])
def test_every_protocol_and_both_numpy_names_give_the_same_arrays(tmp_path: Path, protocol: int, module: bytes) -> None:
    data = pickle.dumps({**ARRAYS, "note": "text", "list": [1, 2.0, None, (True, b"x")]}, protocol)
    if protocol < 4:  # module names are lines; from protocol 4 on they carry their length
        data = data.replace(b"numpy._core", b"numpy.core").replace(b"numpy.core", module)
    loaded = load_arrays(written(tmp_path, data))
    assert loaded.keys() == ARRAYS.keys()
    for name, array in ARRAYS.items():
        np.testing.assert_array_equal(loaded[name], array)
        assert loaded[name].dtype == array.dtype


@pytest.mark.parametrize("module", ["numpy.core.multiarray", "numpy._core.multiarray"])
def test_both_numpy_names_in_the_newest_protocol(tmp_path: Path, module: str) -> None:
    raw = np.arange(3.0)
    state = (1, (3,), np.dtype("f8"), False, raw.tobytes())
    buffer = io.BytesIO()
    pickler = pickle.Pickler(buffer, 4)
    pickler.dump(_Reduced(module, state))
    np.testing.assert_array_equal(load_arrays(written(tmp_path, _renamed(buffer.getvalue(), module)))[""], raw)


class _Reduced:
    """Pickles as numpy's arrays do; `_renamed` then sets the module's name."""

    def __init__(self, module: str, state: tuple) -> None:
        self.state = state

    def __reduce__(self) -> tuple:
        return RECONSTRUCT, (np.ndarray, (0,), b"b"), self.state

    def __setstate__(self, state: tuple) -> None: ...


def _renamed(data: bytes, module: str) -> bytes:
    own = RECONSTRUCT.__module__.encode()
    short = b"\x8c" + bytes([len(own)]) + own
    assert short in data
    start = data.index(b"\x95")  # frame: opcode and eight bytes of length, no longer true once a name has changed
    data = data[:start] + data[start + 9 :]
    return data.replace(short, b"\x8c" + bytes([len(module)]) + module.encode())


def test_a_bare_array_and_a_file_of_python_2(tmp_path: Path) -> None:
    np.testing.assert_array_equal(load_arrays(written(tmp_path, pickle.dumps(ARRAYS["floats"])))[""], ARRAYS["floats"])
    python_2 = (
        b"cnumpy.core.multiarray\n_reconstruct\np0\n(cnumpy\nndarray\np1\n(I0\ntp2\nS'b'\np3\ntp4\nRp5\n(I1\n(I2\ntp6\n"
        b"cnumpy\ndtype\np7\n(S'f8'\np8\nI0\nI1\ntp9\nRp10\n(I3\nS'<'\np11\nNNNI-1\nI-1\nI0\ntp12\nbI00\n"
        b"S'\\x00\\x00\\x00\\x00\\x00\\x00\\xf0?\\x00\\x00\\x00\\x00\\x00\\x00\\x00@'\np13\ntp14\nb."
    )
    np.testing.assert_array_equal(load_arrays(written(tmp_path, python_2))[""], [1.0, 2.0])


class Call:
    """Pickles as a call of any function."""

    def __init__(self, function: object, *arguments: object) -> None:
        self.call = function, arguments

    def __reduce__(self) -> tuple:
        return self.call


@pytest.mark.parametrize("protocol", [0, 2, 4, 5])
@pytest.mark.parametrize(
    "attack",
    [
        Call(os.system, "touch ran"),
        Call(subprocess.Popen, ["touch", "ran"]),
        Call(builtins.eval, "open('ran', 'w')"),
        Call(builtins.exec, "open('ran', 'w')"),
        Call(builtins.open, "ran", "w"),
        Call(builtins.getattr, "", "join"),
        Call(builtins.__import__, "this"),
        Call(np.load, "ran.npy", None, True),
        Call(np.save, "ran", np.zeros(1)),
        Call(np.memmap, "ran", "f8", "w+", 0, 4),
        Call(np.fromfile, "ran"),
        Call(pickle.loads, pickle.dumps(1)),
        Call(OrderedDict),
        Call(bytearray, 10**12),
        Path("ran"),
    ],
    ids=lambda attack: attack.call[0].__name__ if isinstance(attack, Call) else "object",
)
def test_nothing_in_a_pickle_runs(tmp_path: Path, monkeypatch, protocol: int, attack: object) -> None:
    monkeypatch.chdir(tmp_path)
    path = written(tmp_path, pickle.dumps({"keypoints2d": np.zeros(3), "x": [attack]}, protocol))
    with pytest.raises(MotionError, match="only numpy arrays and plain containers are accepted") as caught:
        load_arrays(path)
    assert caught.value.code == "unsafe_file"
    assert sorted(os.listdir(tmp_path)) == ["file.pkl"]


@pytest.mark.parametrize(
    "data",
    [
        b"cos\nsystem\n(S'touch ran'\ntR.",
        b"(S'touch ran'\nios\nsystem\n.",
        b"(cos\nsystem\nS'touch ran'\no.",
        b"\x80\x02cos\nsystem\nX\x09\x00\x00\x00touch ran\x85R.",
        b"\x80\x04\x8c\x05posix\x8c\x06system\x93\x8c\x09touch ran\x85R.",
        b"cnumpy\nndarray.__init__.__globals__\n.",
        b"\x80\x04\x8c\x05numpy\x8c\x0btestings.os\x93.",
        b"cnumpy.core.multiarray\n_reconstruct\n(N}S'name'\nS'system'\nstb.",  # change what is only named
        b"cnumpy\ndtype\n}S'__call__'\nI1\nsb.",
        b"cnumpy\nndarray\n)\x81.",  # NEWOBJ of what is no class here
        b"cnumpy\nndarray\n(I1000000000000\ntR.",
        b"c_codecs\nencode\n(S'x'\nS'rot13'\ntR.",
        b"cnumpy\ndtype\n(S'O8'\ntR.",
        b"cnumpy\ndtype\n(S'V8'\ntR.",
        b"\x82\x01.",  # extension registry
        b"Pthing\n.",  # persistent id
        b"(" * 100_000,
        b"\x8e\xff\xff\xff\xff\xff\xff\xff\x7f.",  # bytes of 2**63
        b"\x96\x00\x00\x00\x00\x40\x00\x00\x00.",  # a bytearray of 256 GiB
        b".",
        b"",
        b"N",
    ],
    ids=lambda data: repr(data[:24]),
)
def test_hand_made_pickles_end_in_a_sentence(tmp_path: Path, monkeypatch, data: bytes) -> None:
    monkeypatch.chdir(tmp_path)
    with pytest.raises(MotionError):
        load_arrays(written(tmp_path, data))
    assert sorted(os.listdir(tmp_path)) == ["file.pkl"]


@pytest.mark.parametrize(
    "data",
    [b"]" * 200_000 + b"a" * 199_999 + b".", b"Nr\xff\xff\xff\xff.", b"Np4000000000\n."],
    ids=["deep nesting", "memo of four thousand million entries", "the same in text"],
)
def test_what_would_exhaust_memory_elsewhere_is_harmless(tmp_path: Path, data: bytes) -> None:
    assert load_arrays(written(tmp_path, data)) == {}


def test_what_a_pickle_may_name_stays_as_it_was(tmp_path: Path) -> None:
    before = dict(safe_pickle._STAND_INS)
    for name in before:
        for state in (b"(N}S'name'\nS'x'\nstb.", b"}S'name'\nS'x'\nsb.", b"(lb."):
            with pytest.raises(MotionError):
                load_arrays(
                    written(tmp_path, b"c" + ".".join(name[:1]).encode() + b"\n" + name[1].encode() + b"\n" + state)
                )
    assert before == safe_pickle._STAND_INS
    np.testing.assert_array_equal(load_arrays(written(tmp_path, pickle.dumps(np.arange(3))))[""], np.arange(3))


@pytest.mark.parametrize(
    "array",
    [
        np.array([print, len], dtype=object),
        np.array(["a", "b"]),
        np.array([(1, 2.0)], dtype=[("a", "i4"), ("b", "f8")]),
        np.array(["2020-01-01"], dtype="datetime64[D]"),
        np.zeros(2, dtype=complex),
        np.zeros(2, dtype="V8"),
    ],
    ids=lambda array: str(array.dtype),
)
def test_arrays_of_anything_but_plain_numbers_are_refused(tmp_path: Path, array: np.ndarray) -> None:
    with pytest.raises(MotionError):
        load_arrays(written(tmp_path, pickle.dumps({"keypoints2d": array})))


@pytest.mark.parametrize("shape", [(4,), (-1,), (2, 10**9, 10**9), (1.5,), "ab", None])
def test_an_array_that_is_not_as_large_as_it_says_is_refused(tmp_path: Path, shape: object) -> None:
    state = (1, shape, np.dtype("f8"), False, bytes(24))
    with pytest.raises(MotionError):
        load_arrays(written(tmp_path, pickle.dumps(_Reduced("", state))))


def test_any_cut_of_a_file_is_refused(tmp_path: Path) -> None:
    whole = pickle.dumps(ARRAYS)
    for length in range(0, len(whole) - 1, 7):
        with pytest.raises(MotionError):
            load_arrays(written(tmp_path, whole[:length]))


def test_changed_bytes_never_run_or_escape(tmp_path: Path, monkeypatch) -> None:
    monkeypatch.chdir(tmp_path)
    rng = np.random.default_rng(4)
    whole = bytearray(pickle.dumps({"a": np.arange(6.0), "b": [1, "x", (2,)]}, 2))
    for _ in range(400):
        changed = bytearray(whole)
        for place in rng.integers(0, len(whole), 3):
            changed[place] = rng.integers(0, 256)
        try:
            load_arrays(written(tmp_path, bytes(changed)))
        except MotionError:
            continue
    assert sorted(os.listdir(tmp_path)) == ["file.pkl"]
