"""What the DSL does with a casebook, one function each. Windows and case files call only these."""
