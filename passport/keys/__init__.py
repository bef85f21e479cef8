"""Who can open a vault and who sealed a paper."""
