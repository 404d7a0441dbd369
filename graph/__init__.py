"""政图 zhengtu: Chinese official documents as a knowledge graph of who owns which measure."""

__version__ = "0.1.0"
