"""The program ``officegen``, also as ``python -m officegen``."""

import gc

_GARBAGE_IS_LOOKED_FOR_AFTER = 100_000
"""New objects. Nearly all that a command line makes in its short life stays: models, validators, texts. Looking
for garbage among them every 700 objects, as Python does, costs a twelfth of its time."""


def main() -> None:
    """Run the command line and leave with its exit status."""
    gc.set_threshold(_GARBAGE_IS_LOOKED_FOR_AFTER)
    from officegen.cli import main as run  # after the threshold is set: loading is most of the work

    run()


if __name__ == "__main__":
    main()
