"""From a site to somewhere: the MkDocs plugin today, any other engine tomorrow."""
