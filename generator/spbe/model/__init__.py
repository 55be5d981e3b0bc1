"""What a record is: pydantic models, one module per kind. This room imports nothing of ours."""
