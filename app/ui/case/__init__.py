"""One case on screen: handling, chronology, people and documents."""
