"""Who lends whom how many hours: requests met from offers with a small linear program. It words nothing."""
