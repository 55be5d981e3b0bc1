"""What people hand in who do not use git: files of any form, read as proposals, judged by one door, made a change."""
