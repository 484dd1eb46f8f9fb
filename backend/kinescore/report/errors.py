"""What can be wrong with a report, a listening test or its ratings."""

from __future__ import annotations

from kinescore.errors import KinescoreError


class ReportError(KinescoreError):
    """Results that make no page, a page that would be too large, ratings that do not belong to the test."""

    code = "bad_report"
