"""Things that are no bodies, whose contacts are known to the millisecond."""

from __future__ import annotations

import numpy as np

from kinescore.motion.keypoints import Keypoints
from kinescore.motion.moving_points import project_points

GRAVITY = 9.81


def dropped(fps: float, seconds: float, height: float, restitution: float) -> tuple[np.ndarray, np.ndarray]:
    """Height [T] m of a ball that is let go at time zero, and the times [K] s of its contacts, ever quicker."""
    t = np.arange(round(fps * seconds)) / fps
    z = height - GRAVITY * t**2 / 2
    contact, speed = np.sqrt(2 * height / GRAVITY), np.sqrt(2 * GRAVITY * height)
    contacts = [contact]
    while contact < seconds and speed > 0.02:
        speed *= restitution
        flight = 2 * speed / GRAVITY
        up = (t >= contact) & (t < contact + flight)
        z[up] = speed * (t[up] - contact) - GRAVITY * (t[up] - contact) ** 2 / 2
        contact += flight
        contacts.append(contact)
    z[t >= contact] = 0.0
    return z, np.array(contacts)


def tellable(contacts: np.ndarray, fps: float, seconds: float) -> np.ndarray:
    """Those of `contacts` that are 5 frames and 0.15 s away from the next and the one before."""
    gap = np.diff(contacts, prepend=-np.inf, append=np.inf)
    apart = np.minimum(gap[1:], gap[:-1]) >= max(0.15, 5 / fps)
    return contacts[apart & (contacts < seconds - 2 / fps)]


def ball(
    fps: float, seconds: float = 10.0, height: float = 1.0, restitution: float = 0.8, scale: float = 1.0, up: int = 2
) -> tuple[Keypoints, np.ndarray]:
    """A ball let go from `height` that rolls on while it bounces, and its contacts."""
    z, contacts = dropped(fps, seconds, height, restitution)
    path = np.zeros((len(z), 1, 3))
    path[:, 0, (2, 0, 0)[up]] = 0.3 * np.arange(len(z)) / fps  # to the right of who stands in front
    path[:, 0, up] = z
    return project_points(scale * path, fps, up), contacts


def bouncing(
    fps: float, seconds: float, slope: float, restitution: float, wall: float
) -> tuple[np.ndarray, np.ndarray]:
    """Path [T, 3] of a ball on a floor that falls by `slope` (radians) to the right, between two walls in the depth,
    each `wall` metres from the middle, and its contacts."""
    step, normal = 1 / (fps * 40), np.array([np.sin(slope), 0.0, np.cos(slope)])
    place, velocity = np.array([0.0, 0.0, 1.2]), np.array([0.2, 1.3, 0.0])
    path, contacts = [], []
    for count in range(round(seconds * fps) * 40):
        if count % 40 == 0:
            path.append(place.copy())
        velocity[2] -= GRAVITY * step
        place += velocity * step
        into = velocity @ normal
        if place @ normal < 0 and into < 0:
            place -= normal * (place @ normal)
            velocity -= normal * into * (1 + restitution * (into < -0.3))
            contacts += [count * step] if into < -0.3 else []
        if abs(place[1]) > wall and place[1] * velocity[1] > 0:
            velocity[1] *= -1
            contacts.append(count * step)
    return np.array(path), np.array(contacts)


def swinging_arm(bpm: float, fps: float = 30.0, seconds: float = 15.0, dwell: float = 0.0) -> Keypoints:
    """A robot arm of one bone that turns through 90 degrees and back, arriving at one end or the other on each beat.

    dwell: share of each beat for which it stands at the end.
    """
    beats = np.arange(round(fps * seconds)) / fps * bpm / 60
    share = np.clip((beats % 1.0) / max(1.0 - dwell, 1e-9), 0, 1)
    eased = (1 - np.cos(np.pi * share)) / 2
    angle = np.pi / 2 * np.where(beats.astype(int) % 2 == 0, eased, 1 - eased)
    tip = np.stack([np.cos(angle), 0 * angle, np.sin(angle)], axis=1)
    return project_points(np.stack([0 * tip, tip], axis=1), fps, up=2)


def flapping_bird(bpm: float, fps: float = 30.0, seconds: float = 15.0) -> Keypoints:
    """Two wings of two bones each that beat once per beat, on a body that flies along."""
    t = np.arange(round(fps * seconds)) / fps
    angle = 0.8 * np.sin(2 * np.pi * bpm / 60 * t)
    points = [np.stack([0 * t, -2.0 * t, 3 + 0.1 * np.cos(2 * np.pi * bpm / 60 * t)], axis=1)]
    for side in (-1, 1):
        middle = points[0] + np.stack([side * np.cos(angle), 0 * t, np.sin(angle)], axis=1)
        bend = 1.3 * angle
        points += [middle, middle + np.stack([side * np.cos(bend), 0 * t, np.sin(bend)], axis=1)]
    return project_points(np.stack(points, axis=1), fps, up=2)


def walking_legs(bpm: float, legs: int, fps: float = 30.0, seconds: float = 15.0) -> Keypoints:
    """A creature with `legs` legs that step in turn, one foot down on every beat, each foot standing in between."""
    beats = np.arange(round(fps * seconds)) / fps * bpm / 60
    body = np.stack([0.2 * beats, 0 * beats, 0.8 + 0 * beats], axis=1)
    points = [body, body + np.array([0.4, 0, 0.2])]
    for leg in range(legs):
        place = (beats + legs - 1 - leg) / legs  # a foot comes down when this is whole
        lifted = np.clip((place % 1.0 - (1 - 0.8 / legs)) / (0.8 / legs), 0, 1)
        x = 0.2 * legs * (np.floor(place) + lifted) + 0.1 * leg
        foot = np.stack([x, np.full_like(x, 0.3 * (leg % 2)), 0.25 * np.sin(np.pi * lifted) ** 0.7], axis=1)
        points += [(foot + body) / 2 + np.array([0, 0, 0.1]), foot]
    return project_points(np.stack(points, axis=1), fps, up=2)
