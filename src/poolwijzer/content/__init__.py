"""The menus: what the advice says, read from YAML that advisers edit."""
