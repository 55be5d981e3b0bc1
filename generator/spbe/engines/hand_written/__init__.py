"""Hand-written pages, as every engine must know them before it builds."""
