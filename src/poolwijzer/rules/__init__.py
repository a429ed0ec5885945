"""The condition language of the menus and its three-valued evaluator."""
