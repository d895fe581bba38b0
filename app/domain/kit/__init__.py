"""How a form is declared, answered, checked and worded; moments and text."""
