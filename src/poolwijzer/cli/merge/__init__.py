"""`poolwijzer merge`: what people sent back, together in the initiative's file."""
