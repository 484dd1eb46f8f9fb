"""Stage and build the Blender extension: one zip per platform and Python ABI of Blender, in dist/.

    python tools/stage_extension.py                       both zips of every platform
    python tools/stage_extension.py --platform current    both zips for this machine (fewer downloads)

Blender's own builder splits them by platform and ends their names with it. Blender 4.2 to 5.0 from blender.org runs
Python 3.11: the zips cp311. Later ones run 3.13 or newer, and so does Blender 4.2 to 5.0 where a distribution builds it
with its own Python, 3.12 or newer: the zips abi3. One manifest cannot list wheels of both kinds: Blender 5.1 then
refuses the zip. Needs the extras [bpy,dev]: bpy brings the builder that validates and packs, build makes our own wheel.
"""

from __future__ import annotations

import argparse
import hashlib
import importlib.util
import platform
import re
import shutil
import subprocess
import sys
import zipfile
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from kinescore import __version__

ROOT = Path(__file__).resolve().parents[1]
MANIFEST = ROOT / "blender_manifest.toml"
BUILD, DIST = ROOT / "build" / "extension", ROOT / "dist"
MODELS = "kinescore/models/"


STABLE_ABI = "cp312.cp313.cp314.cp315-none"
"""What stands for cp312-abi3 in the names of wheels in the zip. Blender takes abi3 for every Python 3, 3.11 included,
and would install the zip where pyzmq then cannot be imported; by these names it refuses it, and a repository offers
each Blender the zip that its Python can read."""


@dataclass(frozen=True)
class PyzmqWheel:
    """tags: the end of the file name. sha256: of the file. staged: the platform tag of its name in the zip; empty keeps
    its own."""

    tags: str
    sha256: str
    staged: str = ""

    @property
    def file_name(self) -> str:
        return f"pyzmq-27.3.0-{self.tags}.whl"

    @property
    def staged_name(self) -> str:
        python, abi, system = self.tags.split("-")
        named = STABLE_ABI if abi == "abi3" else f"{python}-{abi}"
        return f"pyzmq-27.3.0-{named}-{self.staged or system}.whl"


@dataclass(frozen=True)
class Target:
    """The zips of one ABI. versions: the manifest's lines for the range of Blenders. wheels: platform -> pyzmq."""

    abi: str
    versions: str
    wheels: Mapping[str, PyzmqWheel]


# Blender 4.2.0 refuses wheels named universal2, so that one goes in under the name of the machine.
TARGETS = (
    Target(
        "cp311",
        'blender_version_min = "4.2.0"\nblender_version_max = "5.1.0"',
        {
            "windows-x64": PyzmqWheel(
                "cp311-cp311-win_amd64", "df98c790f86b6aa2378b4bb94dec7b85b0adb195b880b41e429a4990aed2a8c9"
            ),
            "windows-arm64": PyzmqWheel(
                "cp311-cp311-win_arm64", "652d68fb398e714540d8a577cef81c548c61394c721bc1b996b5a4028e89f73d"
            ),
            "macos-arm64": PyzmqWheel(
                "cp311-cp311-macosx_10_15_universal2",
                "86fb4408797aabb54a31e147176ae0f2474d99f1715a36a4564089eca9ef9ce8",
                staged="macosx_11_0_arm64",
            ),
            "macos-x64": PyzmqWheel(
                "cp311-cp311-macosx_10_15_universal2",
                "86fb4408797aabb54a31e147176ae0f2474d99f1715a36a4564089eca9ef9ce8",
                staged="macosx_10_15_x86_64",
            ),
            "linux-x64": PyzmqWheel(
                "cp311-cp311-manylinux_2_26_x86_64.manylinux_2_28_x86_64",
                "477b8ad30d66fc905c5388351e83b9ac25824b00e82c0d052b72ea6392636dfd",
            ),
            "linux-arm64": PyzmqWheel(
                "cp311-cp311-manylinux_2_26_aarch64.manylinux_2_28_aarch64",
                "f3d14fc8a7b85156c67e3f6ebbe8f2af2f89da2a407997a66e2a578e1bdabf6a",
            ),
        },
    ),
    Target(
        "abi3",
        'blender_version_min = "4.2.0"',
        {
            "windows-x64": PyzmqWheel(
                "cp312-abi3-win_amd64", "3ea8e8fa5c097e68fef91d70b150fda96f307758103868018fc4deeb9c214122"
            ),
            "windows-arm64": PyzmqWheel(
                "cp312-abi3-win_arm64", "2187a5ca80691a5edb30690f02d9fb714e2c32d3dfdeb652e159ff5da2dd4283"
            ),
            "macos-arm64": PyzmqWheel(
                "cp312-abi3-macosx_10_15_universal2",
                "15155fd8f308d3bd47f67a8f6cc809f9db90abbf63c514c384a17622e2cf080f",
                staged="macosx_11_0_arm64",
            ),
            "macos-x64": PyzmqWheel(
                "cp312-abi3-macosx_10_15_universal2",
                "15155fd8f308d3bd47f67a8f6cc809f9db90abbf63c514c384a17622e2cf080f",
                staged="macosx_10_15_x86_64",
            ),
            "linux-x64": PyzmqWheel(
                "cp312-abi3-manylinux_2_26_x86_64.manylinux_2_28_x86_64",
                "858fe25231e0fd8612da142efde019faa5ef63fa150a821a27870e791b38c798",
            ),
            "linux-arm64": PyzmqWheel(
                "cp312-abi3-manylinux_2_26_aarch64.manylinux_2_28_aarch64",
                "ad8b828407caee77ff3ab0bdb2984ee8d48922328b226e8fda7c84a71a55dbb4",
            ),
        },
    ),
)


def main() -> None:
    parser = argparse.ArgumentParser(description="Build the Blender extension.")
    parser.add_argument("--platform", choices=["all", "current", *TARGETS[0].wheels], default="all")
    parser.add_argument("--output", type=Path, default=DIST, help="folder of the zips (dist/)")
    options = parser.parse_args()
    named = {"all": list(TARGETS[0].wheels), "current": [current_platform()]}
    own_wheel = kinescore_wheel()
    for target in TARGETS:
        for path in build_zips(target, named.get(options.platform, [options.platform]), own_wheel, options.output):
            print(f"{path}  {path.stat().st_size / 1e6:.2f} MB")


def current_platform() -> str:
    """Blender's name of this machine."""
    system = {"win32": "windows", "darwin": "macos"}.get(sys.platform, "linux")
    is_arm = platform.machine().lower() in {"arm64", "aarch64"}
    return f"{system}-{'arm64' if is_arm else 'x64'}"


def build_zips(target: Target, platforms: Sequence[str], own_wheel: Path, folder: Path) -> list[Path]:
    """Stage, validate and pack one extension into `folder`; return the zip of each platform."""
    stage = BUILD / target.abi
    shutil.rmtree(stage, ignore_errors=True)
    shutil.copytree(ROOT / "blender_addon", stage, ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copy(ROOT / "LICENSES" / "GPL-3.0-or-later.txt", stage / "LICENSE")
    wheels = stage / "wheels"
    wheels.mkdir()
    for name in platforms:
        shutil.copy(pyzmq_wheel(target.wheels[name]), wheels / target.wheels[name].staged_name)
    shutil.copy(own_wheel, wheels)
    names = sorted(path.name for path in wheels.iterdir())
    (stage / MANIFEST.name).write_text(manifest(target, platforms, names), "utf-8")
    folder.mkdir(parents=True, exist_ok=True)
    unsplit = folder / f"kinescore-{__version__}-{target.abi}.zip"
    builder = str(extension_builder())
    run(sys.executable, builder, "validate", str(stage))
    run(
        *(sys.executable, builder, "build", "--split-platforms"),
        *("--source-dir", str(stage), "--output-filepath", str(unsplit)),
    )
    zips = [unsplit.with_stem(f"{unsplit.stem}-{name.replace('-', '_')}") for name in platforms]
    for path in zips:
        run(sys.executable, builder, "validate", str(path))
    return zips


def manifest(target: Target, platforms: Sequence[str], wheel_names: Sequence[str]) -> str:
    """The manifest of one ABI: our template with the package's version, its range of Blenders, platforms and wheels."""
    listed = ", ".join(f'"{name}"' for name in platforms)
    wheels = "".join(f'    "./wheels/{name}",\n' for name in wheel_names)
    text = MANIFEST.read_text("utf-8")
    for key, lines in (
        ("version", f'version = "{__version__}"'),
        ("blender_version_min", f"{target.versions}\nplatforms = [{listed}]\nwheels = [\n{wheels}]"),
    ):
        text, count = re.subn(rf"^{key} = .*$", lines, text, flags=re.MULTILINE)
        assert count == 1, f"{MANIFEST.name} must hold one line for {key}"
    return text


def pyzmq_wheel(wheel: PyzmqWheel) -> Path:
    """Download a wheel once; every use checks that it is the one we mean."""
    folder = BUILD / "pyzmq"
    path = folder / wheel.file_name
    if not path.exists():
        python, abi, tags = wheel.tags.split("-")
        version = f"{python[2]}.{python[3:]}"
        where = ["--only-binary", ":all:", "--platform", tags.split(".")[0], "--python-version", version, "--abi", abi]
        run(sys.executable, "-m", "pip", "download", "--quiet", "--no-deps", *where, "-d", str(folder), "pyzmq==27.3.0")
    if hashlib.sha256(path.read_bytes()).hexdigest() != wheel.sha256:
        path.unlink()
        raise SystemExit(f"{wheel.file_name} is not the file it should be (wrong SHA-256). It was deleted; try again.")
    return path


def kinescore_wheel() -> Path:
    """Build our own package as a wheel, without the models that come with it: Blender has no torch to play them."""
    folder = BUILD / "kinescore"
    shutil.rmtree(folder, ignore_errors=True)
    run(sys.executable, "-m", "build", "--wheel", "--no-isolation", "--outdir", str(folder / "whole"), str(ROOT))
    whole = next((folder / "whole").glob("*.whl"))
    light = folder / whole.name
    with zipfile.ZipFile(whole) as source, zipfile.ZipFile(light, "w", zipfile.ZIP_DEFLATED) as target:
        for entry in source.infolist():
            if entry.filename.startswith(MODELS):
                continue
            content = source.read(entry)
            if entry.filename.endswith(".dist-info/RECORD"):
                lines = content.decode().splitlines(keepends=True)
                content = "".join(line for line in lines if not line.startswith(MODELS)).encode()
            target.writestr(entry, content)
    return light


def extension_builder() -> Path:
    """Blender's own command line for extensions, which comes with bpy and needs no Blender to run."""
    spec = importlib.util.find_spec("bpy")
    if spec is None or not spec.submodule_search_locations:
        raise SystemExit(
            "bpy is not installed; it brings Blender's extension builder. Run: pip install -e '.[bpy,dev]'"
        )
    return next(Path(spec.submodule_search_locations[0]).glob("*/scripts/addons_core/bl_pkg/cli/blender_ext.py"))


def run(*command: str) -> None:
    """Run a command quietly; on failure show what it said."""
    done = subprocess.run(command, capture_output=True, text=True)
    if done.returncode:
        raise SystemExit(f"{' '.join(command)} failed:\n{done.stdout}{done.stderr}")


if __name__ == "__main__":
    main()
