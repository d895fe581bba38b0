"""Services, routes of removal and the words of a request. It knows the domain and nothing else."""
