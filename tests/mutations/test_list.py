"""The list of faults does not rot: each fits the source, and the tests that notice it are there."""

from collections import Counter

from tests.mutations import problems, read_mutations


def test_every_mutation_of_the_list_still_fits_the_source_and_names_tests_that_are_there():
    told = {one.breaks: list(problems(one)) for one in read_mutations()}
    assert {breaks: found for breaks, found in told.items() if found} == {}


def test_no_two_mutations_say_the_same():
    mutations = read_mutations()
    assert Counter(one.breaks for one in mutations).most_common(1)[0][1] == 1
    assert Counter((one.file, one.was, one.now) for one in mutations).most_common(1)[0][1] == 1
