"""Geography without opinions: States, ports and regions, and the names that texts give them."""

from embargo.geography.gazetteer import Name, State, called, names, state_name, states

__all__ = ["Name", "State", "called", "names", "state_name", "states"]
