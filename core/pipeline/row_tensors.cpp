#include "core/pipeline/row_tensors.h"

#include <fmt/format.h>

#include <cstring>

namespace patina {

namespace {

template <typename T>
std::vector<T> valuesOf(const StoredTensor &tensor)
{
    std::vector<T> values(tensor.bytes.size() / sizeof(T));
    if (!values.empty())
        std::memcpy(values.data(), tensor.bytes.data(), values.size() * sizeof(T));
    return values;
}

bool liesWithin(const PatchRef &ref, std::span<const std::int64_t> versionEnds)
{
    if (ref.dataset < 0 || ref.dataset >= static_cast<std::int64_t>(versionEnds.size()) || ref.row < 0 ||
        ref.column < 0)
        return false;
    const auto version = static_cast<std::size_t>(ref.dataset);
    return ref.image >= (version == 0 ? 0 : versionEnds[version - 1]) && ref.image < versionEnds[version];
}

} // namespace

TensorPieces matrixView(const FeatureMatrix &matrix)
{
    return {TensorType::Float32, {matrix.rows(), matrix.dim()}, {bytesOf(matrix.values())}};
}

TensorPieces integersView(std::span<const std::int32_t> values)
{
    return {TensorType::Int32, {std::ssize(values)}, {bytesOf(values)}};
}

TensorPieces longsView(std::span<const std::int64_t> values)
{
    return {TensorType::Int64, {std::ssize(values)}, {bytesOf(values)}};
}

TensorPieces originsView(std::span<const PatchRef> origins)
{
    static_assert(sizeof(PatchRef) == 4 * sizeof(std::int32_t));
    return {TensorType::Int32, {std::ssize(origins), 4}, {bytesOf(origins)}};
}

void joinRows(TensorPieces &view, const TensorPieces &next)
{
    view.shape[0] += next.shape[0];
    view.pieces.insert(view.pieces.end(), next.pieces.begin(), next.pieces.end());
}

Result<const StoredTensor *> TensorReader::find(const std::string &name, TensorType type, std::size_t dimensions) const
{
    const auto found = m_archive.tensors.find(name);
    if (found == m_archive.tensors.end())
        return fail(ErrorCode::BadFormat, fmt::format("the {} lacks the array {}", m_owner, name));
    if (found->second.type != type || found->second.shape.size() != dimensions)
        return fail(ErrorCode::BadFormat,
                    fmt::format("the {}'s array {} has type {} and shape {}", m_owner, name,
                                tensorTypeName(found->second.type), shapeText(found->second.shape)));
    return &found->second;
}

Result<FeatureMatrix> TensorReader::matrix(const std::string &name) const
{
    const auto tensor = find(name, TensorType::Float32, 2);
    if (!tensor)
        return tl::unexpected(tensor.error());
    const auto &shape = (*tensor)->shape;
    if (shape[1] > mostColumns)
        return fail(ErrorCode::BadFormat, fmt::format("the {}'s array {} has {} columns", m_owner, name, shape[1]));
    FeatureMatrix matrix(shape[0], static_cast<int>(shape[1]));
    if (!(*tensor)->bytes.empty())
        std::memcpy(matrix.data(), (*tensor)->bytes.data(), (*tensor)->bytes.size());
    if (firstNonFiniteRow(matrix))
        return fail(ErrorCode::BadFormat,
                    fmt::format("the {}'s array {} holds values that are not finite", m_owner, name));
    return matrix;
}

Result<std::vector<std::int32_t>> TensorReader::integers(const std::string &name,
                                                         const std::vector<std::int64_t> &shape) const
{
    const auto tensor = find(name, TensorType::Int32, shape.size());
    if (!tensor)
        return tl::unexpected(tensor.error());
    if ((*tensor)->shape != shape)
        return fail(ErrorCode::BadFormat, fmt::format("the {}'s array {} has shape {}, expected {}", m_owner, name,
                                                      shapeText((*tensor)->shape), shapeText(shape)));
    return valuesOf<std::int32_t>(**tensor);
}

Result<std::vector<std::int64_t>> TensorReader::longs(const std::string &name) const
{
    const auto tensor = find(name, TensorType::Int64, 1);
    if (!tensor)
        return tl::unexpected(tensor.error());
    return valuesOf<std::int64_t>(**tensor);
}

Result<std::vector<PatchRef>> TensorReader::origins(const std::string &name, std::int64_t rows,
                                                    std::span<const std::int64_t> versionEnds) const
{
    auto values = integers(name, {rows, 4});
    if (!values)
        return failFrom(std::move(values));
    std::vector<PatchRef> origins;
    origins.reserve(values->size() / 4);
    for (std::size_t i = 0; i < values->size(); i += 4) {
        const PatchRef ref{(*values)[i], (*values)[i + 1], (*values)[i + 2], (*values)[i + 3]};
        if (!liesWithin(ref, versionEnds))
            return fail(ErrorCode::BadFormat,
                        fmt::format("the origin of the {}'s row {} is patch {}, {} of image {} of data set version {}, "
                                    "which there is not",
                                    m_owner, i / 4, ref.row, ref.column, ref.image, ref.dataset));
        origins.push_back(ref);
    }
    return origins;
}

} // namespace patina
