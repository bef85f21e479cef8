"""The program in lines: commands, plain prompts, exit codes."""
