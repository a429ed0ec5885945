"""A logo of an organisation: decided on reading to be a still picture that every format can show."""
