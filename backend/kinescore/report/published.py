"""What the paper printed (Li et al., arXiv 2401.17800 v1), to stand beside the results here."""

from __future__ import annotations

from dataclasses import dataclass

SOURCE = "Li et al., “Dance-to-Music Generation with Encoder-based Textual Inversion”, arXiv 2401.17800 v1"
METRICS = ("BCS", "BHS", "F1", "FAD", "KLD", "MOS coherence", "MOS quality")


@dataclass(frozen=True)
class PublishedTable:
    """title. metrics: headings of the columns. rows: a system's name and its values as printed, "–" where none is."""

    title: str
    metrics: tuple[str, ...]
    rows: tuple[tuple[str, tuple[str, ...]], ...]


COMPARISON = PublishedTable(
    "Table 1: comparison",
    METRICS,
    (
        ("Ground truth", ("–", "–", "–", "–", "–", "4.29", "4.23")),
        ("CMT", (".3368", ".1515", ".2090", "16.54", ".7297", "1.81", "3.25")),
        ("CDCD", (".4233", ".2151", ".2852", "16.47", ".4592", "1.96", "1.41")),
        ("LORIS", (".2603", ".1073", ".1520", "16.81", ".4405", "1.66", "1.33")),
        ("MDM", (".3798", ".4185", ".3982", "4.812", ".5878", "2.95", "2.78")),
        ("The paper's, MusicGen", (".4118", ".3874", ".3992", "6.014", ".3354", "3.52", "3.59")),
        ("The paper's, Riffusion", (".4761", ".4398", ".4572", "3.416", ".3878", "3.10", "3.17")),
    ),
)

ABLATION = PublishedTable(
    "Table 2: ablation",
    METRICS[:5],
    (
        ("MusicGen, CLAP", (".3925", ".3155", ".3498", "6.821", ".3593")),
        ("MusicGen, MLP + genre label", (".3958", ".3643", ".3794", "6.469", ".3283")),
        ("MusicGen, Attn+Pos", (".4118", ".3874", ".3992", "6.014", ".3353")),
        ("Riffusion, CLAP", (".4480", ".3085", ".3654", "4.611", ".7053")),
        ("Riffusion, MLP + genre label", (".4761", ".4398", ".4572", "3.416", ".3878")),
        ("Riffusion, Attn+Pos", (".3806", ".2768", ".3205", "3.814", ".3821")),
    ),
)
