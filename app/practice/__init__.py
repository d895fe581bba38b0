"""The practice college: invented people and cases, written as case files."""
