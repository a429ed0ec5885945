"""The papers of the next step, made from the file of an initiative and the text in `vervolg.yaml`."""
