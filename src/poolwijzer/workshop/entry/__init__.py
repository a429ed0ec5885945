"""Taking over what a group wrote on its hand-outs, a line for each thing that stands there."""
