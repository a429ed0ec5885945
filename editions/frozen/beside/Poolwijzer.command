#!/bin/sh
# For a double click on macOS: Terminal opens a window for it.
cd "$(dirname "$0")" && exec ./poolwijzer --own-window
