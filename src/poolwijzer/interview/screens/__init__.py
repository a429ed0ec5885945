"""The screens of the conversation: what is drawn and what a key means is plain data; one module runs them."""
