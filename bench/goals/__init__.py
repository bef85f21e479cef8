"""The goals of the vault, each as a proof that counts its cases."""
