"""Who uses what, as matrices in blocks: one value per matrix, made of the relations of today."""

from spbe.catalogue.matrices.cutting import Grid, grids
from spbe.catalogue.matrices.declarations import JENIS, MATRICES, MatrixKind
from spbe.catalogue.matrices.matrix import Matrix, MatrixBlock, MatrixRow, matrix

__all__ = ["JENIS", "MATRICES", "Grid", "Matrix", "MatrixBlock", "MatrixKind", "MatrixRow", "grids", "matrix"]
