"""Fréchet distances with known answers: Gaussians with a closed form, scipy's matrix root, clouds read in pieces."""

from __future__ import annotations

import math

import numpy as np
import pytest

pytest.importorskip("scipy")

from scipy import linalg

from kinescore.evaluation.metrics.frechet import (
    Gaussian,
    distances_of_halves,
    enough_rows,
    frechet_distance,
    gaussian_of,
    interval_over_songs,
    merged,
    no_rows,
)


def gaussian(mean: list[float], covariance: np.ndarray, count: int = 1000) -> Gaussian:
    return Gaussian(count, np.array(mean, float), np.asarray(covariance, float) * (count - 1))


def cloud(rows: int, width: int, seed: int, shift: float = 0.0, scale: float = 1.0) -> np.ndarray:
    generator = np.random.default_rng(seed)
    return (shift + scale * generator.normal(size=(rows, width)) @ generator.normal(size=(width, width))).astype(
        np.float32
    )


def test_shifted_gaussians_lie_their_squared_shift_apart() -> None:
    covariance = np.array([[2.0, 0.7], [0.7, 1.0]])
    distance = frechet_distance(gaussian([0, 0], covariance), gaussian([3, -4], covariance))
    assert distance == pytest.approx(25.0, abs=1e-9)


def test_wider_gaussians_lie_the_square_of_their_deviations_apart() -> None:
    """Diagonal covariances: sum of (s1 - s2)^2."""
    one, two = np.diag([1.0, 4.0, 9.0]), np.diag([4.0, 4.0, 0.0])
    assert frechet_distance(gaussian([0] * 3, one), gaussian([0] * 3, two)) == pytest.approx(1 + 0 + 9, abs=1e-9)


def test_rotated_gaussians_agree_with_the_two_dimensional_formula() -> None:
    """For 2 x 2: tr (AB)^(1/2) = sqrt(tr AB + 2 sqrt(det AB))."""
    turn = np.array([[math.cos(0.6), -math.sin(0.6)], [math.sin(0.6), math.cos(0.6)]])
    one = np.diag([5.0, 0.5])
    two = turn @ one @ turn.T
    root = math.sqrt(np.trace(one @ two) + 2 * math.sqrt(np.linalg.det(one @ two)))
    expected = np.trace(one) + np.trace(two) - 2 * root
    assert frechet_distance(gaussian([0, 0], one), gaussian([0, 0], two)) == pytest.approx(expected, rel=1e-10)


@pytest.mark.parametrize(("rows", "width"), [(500, 12), (300, 64)])
def test_it_agrees_with_a_root_of_the_product(rows: int, width: int) -> None:
    first, second = cloud(rows, width, 1), cloud(rows, width, 2, shift=0.3, scale=1.4)
    one, two = (np.cov(rows.astype(float), rowvar=False) for rows in (first, second))
    step = first.astype(float).mean(axis=0) - second.astype(float).mean(axis=0)
    expected = step @ step + np.trace(one + two - 2 * linalg.sqrtm(one @ two).real)
    assert frechet_distance(gaussian_of([first], width), gaussian_of([second], width)) == pytest.approx(
        expected, rel=1e-8
    )


def test_fewer_rows_than_dimensions_still_give_a_real_distance() -> None:
    """Rows r_i against 2 r_i: the covariances commute, so the distance is |mean|^2 + tr C."""
    rows = cloud(10, 40, 3).astype(float)
    covariance = np.cov(rows, rowvar=False)
    expected = rows.mean(axis=0) @ rows.mean(axis=0) + np.trace(covariance)
    assert frechet_distance(gaussian_of([rows], 40), gaussian_of([2 * rows], 40)) == pytest.approx(expected, rel=1e-9)


def test_a_cloud_lies_at_itself() -> None:
    for rows, width in [(400, 30), (5, 30)]:
        whole = gaussian_of([cloud(rows, width, 4)], width)
        assert frechet_distance(whole, whole) <= 1e-9 * np.trace(whole.covariance)


def test_a_cloud_far_from_zero_loses_no_digits() -> None:
    rows = cloud(3000, 6, 5).astype(float)
    near, far = gaussian_of([rows], 6), gaussian_of(np.array_split(rows + 1e7, 40), 6)
    np.testing.assert_allclose(far.covariance, near.covariance, rtol=1e-6)


@pytest.mark.parametrize("pieces", [1, 7, 2999])
def test_rows_in_pieces_are_rows_at_once(pieces: int) -> None:
    rows = cloud(3000, 9, 6)
    whole = gaussian_of(np.array_split(rows, pieces), 9)
    assert whole.count == 3000
    np.testing.assert_allclose(whole.mean, rows.astype(float).mean(axis=0), rtol=1e-10, atol=1e-12)
    np.testing.assert_allclose(whole.covariance, np.cov(rows.astype(float), rowvar=False), rtol=1e-9, atol=1e-9)


def test_merging_with_nothing_changes_nothing() -> None:
    whole = gaussian_of([cloud(20, 3, 7)], 3)
    for both in (merged(whole, no_rows(3)), merged(no_rows(3), whole)):
        assert both.count == 20
        np.testing.assert_allclose(both.scatter, whole.scatter)
        np.testing.assert_allclose(both.mean, whole.mean)


def test_one_row_has_no_distance() -> None:
    one, many = gaussian_of([cloud(1, 3, 8)], 3), gaussian_of([cloud(9, 3, 8)], 3)
    assert math.isnan(frechet_distance(one, many))
    assert math.isnan(frechet_distance(many, no_rows(3)))


def test_the_stated_number_of_rows_leaves_about_a_twentieth_of_the_variance() -> None:
    generator = np.random.default_rng(9)
    rows = enough_rows(48)
    first, second = (gaussian_of([generator.normal(size=(rows, 48))], 48) for _ in range(2))
    assert frechet_distance(first, second) / 48 == pytest.approx(0.05, abs=0.01)


def test_intervals_cover_the_truth_about_as_often_as_they_say() -> None:
    """Clouds of 8 songs each, a song's rows together; the true distance of two unit Gaussians 2 apart is 4."""
    generator = np.random.default_rng(10)
    held = 0
    for _ in range(200):
        songs = generator.normal(size=(2, 8, 1, 2)) * 0.5 + generator.normal(size=(2, 8, 60, 2)) * math.sqrt(0.75)
        songs[1, ..., 0] += 2.0
        reference, generated = ([gaussian_of([song], 2) for song in side] for side in songs)
        value = frechet_distance(gaussian_of(songs[0], 2), gaussian_of(songs[1], 2))
        low, high = interval_over_songs(value, reference, generated)
        held += low <= 4.0 <= high
    assert 0.88 <= held / 200 <= 0.99


def test_the_interval_is_the_jackknifes_by_hand() -> None:
    """Equal clouds of four songs of two rows in one dimension, far apart: the distance is that of their means."""
    songs = [np.array([[centre - 0.01], [centre + 0.01]]) for centre in (0.0, 1.0, 2.0, 5.0)]
    reference, generated = ([gaussian_of([song * side], 1) for song in songs] for side in (1.0, -1.0))
    value = frechet_distance(gaussian_of(songs, 1), gaussian_of([-song for song in songs], 1))
    assert value == pytest.approx(4 * 2.0**2)
    without = np.array([4 * (np.delete([0.0, 1.0, 2.0, 5.0], gone).mean()) ** 2 for gone in range(4)])
    reach = 3.182446 * math.sqrt(3 / 4 * ((without - without.mean()) ** 2).sum())  # Student's t of 3 degrees
    assert interval_over_songs(value, reference, generated) == pytest.approx((max(0.0, value - reach), value + reach))


def test_one_group_has_neither_interval_nor_halves() -> None:
    only = [gaussian_of([cloud(30, 3, 11)], 3)]
    assert all(math.isnan(bound) for bound in interval_over_songs(1.0, only, only))
    assert len(distances_of_halves(only, 5, seed=0)) == 0


def test_halves_are_distances_between_whole_groups() -> None:
    groups = [gaussian_of([cloud(30, 3, seed)], 3) for seed in (12, 13)]
    np.testing.assert_allclose(distances_of_halves(groups, 3, seed=0), frechet_distance(*groups))
    more = [gaussian_of([cloud(30, 3, seed)], 3) for seed in range(6)]
    np.testing.assert_array_equal(distances_of_halves(more, 4, seed=1), distances_of_halves(more, 4, seed=1))
