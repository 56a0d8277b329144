#!/usr/bin/env bash
# Scores of the gold hearings; see Tests/Gold/README.md.
exec Tests/Gold/score.sh
