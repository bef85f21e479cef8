"""What the rules make of it: findings with their source, and an outcome for each refusal."""
