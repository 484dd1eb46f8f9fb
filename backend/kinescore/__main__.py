"""`python -m kinescore` is `kinescore`."""

from kinescore.cli.main import main

raise SystemExit(main())
