"""From a site to somewhere: MkDocs, a preview, or a plain folder that another engine builds."""
