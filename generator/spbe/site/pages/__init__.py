"""The pages of the site: the words of an address are the path of the code that makes its page."""
