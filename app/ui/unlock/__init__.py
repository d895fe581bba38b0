"""Before a casebook is open: unlocking one, making the first one."""
