#pragma once

#include "core/base/feature_matrix.h"
#include "core/base/tensor_archive.h"

#include <cstdint>
#include <span>
#include <string>
#include <vector>

namespace patina {

/// Rows of features and what belongs to them, as tensors of a file; valid until they are changed.
TensorPieces matrixView(const FeatureMatrix &matrix);
TensorPieces integersView(std::span<const std::int32_t> values);
TensorPieces longsView(std::span<const std::int64_t> values);
/// m x 4: data set version, image, row, column.
TensorPieces originsView(std::span<const PatchRef> origins);
/// Adds `next`, of the same type and columns, behind the rows of `view`.
void joinRows(TensorPieces &view, const TensorPieces &next);

/// Reads such tensors from a file of a stranger. Errors: BadFormat (missing, of another type or shape, not finite, out
/// of range), naming the array.
class TensorReader
{
public:
    /// \param archive must outlive it. \param owner what the file is, for messages: "model".
    TensorReader(const TensorArchive &archive, std::string owner) : m_archive(archive), m_owner(std::move(owner)) {}

    Result<FeatureMatrix> matrix(const std::string &name) const;
    Result<std::vector<std::int32_t>> integers(const std::string &name, const std::vector<std::int64_t> &shape) const;
    Result<std::vector<std::int64_t>> longs(const std::string &name) const;
    /// \param versionEnds for each data set version one past its last image: PatchRef::image has to lie in the range of
    /// PatchRef::dataset.
    Result<std::vector<PatchRef>> origins(const std::string &name, std::int64_t rows,
                                          std::span<const std::int64_t> versionEnds) const;

private:
    Result<const StoredTensor *> find(const std::string &name, TensorType type, std::size_t dimensions) const;

    const TensorArchive &m_archive;
    std::string m_owner;
};

} // namespace patina
