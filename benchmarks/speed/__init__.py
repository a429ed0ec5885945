"""How fast Poolwijzer is beside what it stands on, as ratios measured in one run; docs/snelheid.md is made of it."""
