"""What the server writes down as lines of JSON with times: its messages, and who asked for what (the audit log)."""

from __future__ import annotations

import json
import logging
from datetime import UTC, datetime
from pathlib import Path

from kinescore.serve.errors import ServeError

AUDIT = logging.getLogger("kinescore.audit")
"""A record for each job taken in, cancelled or finished, and for refused keys. No prompts, no movement."""
AUDIT.propagate = False
AUDIT.setLevel(logging.CRITICAL + 1)


class JsonLines(logging.Formatter):
    """{"time": "2026-01-31T12:00:00.123+00:00", "level": "warning", "source": ..., "message": ..., and its facts}."""

    def format(self, record: logging.LogRecord) -> str:
        """Return one line."""
        line = {
            "time": datetime.fromtimestamp(record.created, UTC).isoformat(timespec="milliseconds"),
            "level": record.levelname.lower(),
            "source": record.name,
            "message": record.getMessage(),
            **getattr(record, "facts", {}),
        }
        if record.exc_info:
            line["trace"] = self.formatException(record.exc_info)
        return json.dumps(line, ensure_ascii=False)


def log_as_json() -> None:
    """Write every message of this process to standard error as a line of JSON."""
    handler = logging.StreamHandler()
    handler.setFormatter(JsonLines())
    logging.basicConfig(handlers=[handler], level=logging.INFO, force=True)


def audit_to(path: Path) -> logging.Handler:
    """Append the audit log to `path`, which only its owner may read. Raises ServeError where that cannot be."""
    try:
        path.touch(mode=0o600)
        handler = logging.FileHandler(path, encoding="utf-8")
    except OSError as error:
        raise ServeError(
            f"The audit log {path} cannot be written: {error.strerror}.", "Choose another file."
        ) from error
    handler.setFormatter(JsonLines())
    AUDIT.addHandler(handler)
    AUDIT.setLevel(logging.INFO)
    return handler


def stop_audit(handler: logging.Handler) -> None:
    """Close what `audit_to` opened."""
    AUDIT.removeHandler(handler)
    AUDIT.setLevel(logging.CRITICAL + 1)
    handler.close()


def audit(what: str, client: str, **facts: str | int | float) -> None:
    """Note that `client` did or got `what`."""
    AUDIT.info("%s", what, extra={"facts": {"client": client, **facts}})
