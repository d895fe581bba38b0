"""Services, routes of removal and the words of a request. It imports only the domain."""
