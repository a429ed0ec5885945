"""What if: the same budget by every key, without some money, with fewer municipalities, or with less demand."""
