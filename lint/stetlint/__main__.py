"""python -m stetlint"""

from stetlint.cli import main

if __name__ == "__main__":
    main(prog_name="stet")
