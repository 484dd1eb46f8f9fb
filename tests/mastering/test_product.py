"""The same bits with any number of threads: a request's audio must not depend on the machine's cores."""

from __future__ import annotations

import os
import subprocess
import sys

import numpy as np
import pytest

from kinescore.mastering.product import product

TAKE = """
import hashlib, numpy as np
from kinescore.mastering.limiter import finishing_gain
from kinescore.mastering.product import product
generator = np.random.default_rng(0)
sound = generator.normal(0, 0.2, (2, 44100 * 20)).astype(np.float32)
sums = [finishing_gain(sound, -14.0), product(generator.normal(size=(3000, 300)), generator.normal(size=(300, 500)))]
print(hashlib.sha256(b"".join(each.tobytes() for each in sums)).hexdigest())
"""


@pytest.mark.parametrize("shape", [(0, 3, 4), (1, 1, 1), (7, 70, 70), (5000, 30, 42), (300, 256, 256), (10, 900, 800)])
@pytest.mark.parametrize("kind", [np.float32, np.float64])
def test_it_is_the_matrix_product(shape: tuple[int, int, int], kind: type) -> None:
    generator = np.random.default_rng(sum(shape))
    rows = generator.normal(size=shape[:2]).astype(kind)
    matrix = generator.normal(size=shape[1:]).astype(kind)
    found = product(rows, matrix)
    assert found.dtype == kind
    np.testing.assert_allclose(found, rows.astype(np.float64) @ matrix, atol=1e-3 if kind is np.float32 else 1e-10)


def test_threads_change_no_bit() -> None:
    digests = set()
    for threads in ("1", "2", "4"):
        environment = os.environ | dict.fromkeys(("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS"), threads)
        done = subprocess.run(
            [sys.executable, "-c", TAKE], env=environment, capture_output=True, text=True, check=True, timeout=120
        )
        digests.add(done.stdout)
    assert len(digests) == 1
