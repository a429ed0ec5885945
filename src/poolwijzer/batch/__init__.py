"""Many initiatives: judging each, bringing the results together, and comparing them."""
