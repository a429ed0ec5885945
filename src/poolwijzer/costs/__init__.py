"""Who pays what: from the costs in an initiative's file to an amount for each, to the cent. It words nothing."""
