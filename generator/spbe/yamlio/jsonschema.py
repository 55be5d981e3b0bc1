"""x"""
FOLDER = "skema"
def schema_texts() -> dict[str, str]:
    return {}
