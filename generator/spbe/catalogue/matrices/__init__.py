"""Who uses what, as matrices in blocks: one value per matrix, made of the relations of today."""

from spbe.catalogue.matrices.cutting import Grid, grids
from spbe.catalogue.matrices.filling import Matrix, MatrixBlock, MatrixRow, matrix
from spbe.catalogue.matrices.kinds import JENIS, MATRICES, MatrixKind

__all__ = ["JENIS", "MATRICES", "Grid", "Matrix", "MatrixBlock", "MatrixKind", "MatrixRow", "grids", "matrix"]
