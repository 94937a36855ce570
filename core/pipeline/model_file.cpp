#include "core/base/safetensors.h"
#include "core/base/sha256.h"
#include "core/pipeline/model.h"

#include <fmt/format.h>

#include <cstring>

namespace patina {

namespace {

constexpr const char *infoKey = "patina";
constexpr const char *hashKey = "sha256";

StoredTensor matrixTensor(const FeatureMatrix &matrix)
{
    return makeTensor({matrix.rows(), matrix.dim()}, matrix.values());
}

StoredTensor integerTensor(std::vector<std::int64_t> shape, std::span<const std::int32_t> values)
{
    StoredTensor tensor{TensorType::Int32, std::move(shape), std::vector<std::uint8_t>(values.size_bytes())};
    if (!values.empty())
        std::memcpy(tensor.bytes.data(), values.data(), values.size_bytes());
    return tensor;
}

TensorArchive archiveOf(const Model &model)
{
    std::vector<std::int32_t> origins;
    for (const PatchRef &ref : model.origins)
        origins.insert(origins.end(), {ref.dataset, ref.image, ref.row, ref.column});
    const std::int64_t rows = model.bank.rows();
    TensorArchive archive;
    archive.tensors["bank"] = matrixTensor(model.bank);
    archive.tensors["projection"] = makeTensor({model.bank.dim(), model.projection.dim()}, model.projection.values());
    archive.tensors["origin"] = integerTensor({rows, 4}, origins);
    archive.tensors["support"] = integerTensor({rows}, model.support);
    archive.metadata[infoKey] = modelInfoToJson(model.info);
    return archive;
}

/// Hash of everything a model is: its tensors and its description.
std::string contentHash(const TensorArchive &archive)
{
    const std::string text = tensorsSha256(archive) + "\n" + archive.metadata.at(infoKey);
    return sha256Of({reinterpret_cast<const std::uint8_t *>(text.data()), text.size()});
}

Result<const StoredTensor *> tensorOf(const TensorArchive &archive, const std::string &name, TensorType type,
                                      std::size_t dimensions)
{
    const auto found = archive.tensors.find(name);
    if (found == archive.tensors.end())
        return fail(ErrorCode::BadFormat, fmt::format("the model lacks the array {}", name));
    if (found->second.type != type || found->second.shape.size() != dimensions)
        return fail(ErrorCode::BadFormat,
                    fmt::format("the model's array {} has type {} and shape {}", name,
                                tensorTypeName(found->second.type), shapeText(found->second.shape)));
    return &found->second;
}

Result<FeatureMatrix> matrixOf(const TensorArchive &archive, const std::string &name)
{
    const auto tensor = tensorOf(archive, name, TensorType::Float32, 2);
    if (!tensor)
        return tl::unexpected(tensor.error());
    const auto &shape = (*tensor)->shape;
    if (shape[1] > 1 << 20)
        return fail(ErrorCode::BadFormat, fmt::format("the model's array {} has {} columns", name, shape[1]));
    FeatureMatrix matrix(shape[0], static_cast<int>(shape[1]));
    if (!(*tensor)->bytes.empty())
        std::memcpy(matrix.data(), (*tensor)->bytes.data(), (*tensor)->bytes.size());
    if (firstNonFiniteRow(matrix))
        return fail(ErrorCode::BadFormat, fmt::format("the model's array {} holds values that are not finite", name));
    return matrix;
}

Result<std::vector<std::int32_t>> integersOf(const TensorArchive &archive, const std::string &name,
                                             const std::vector<std::int64_t> &shape)
{
    const auto tensor = tensorOf(archive, name, TensorType::Int32, shape.size());
    if (!tensor)
        return tl::unexpected(tensor.error());
    if ((*tensor)->shape != shape)
        return fail(ErrorCode::BadFormat, fmt::format("the model's array {} has shape {}, expected {}", name,
                                                      shapeText((*tensor)->shape), shapeText(shape)));
    std::vector<std::int32_t> values((*tensor)->bytes.size() / sizeof(std::int32_t));
    if (!values.empty())
        std::memcpy(values.data(), (*tensor)->bytes.data(), (*tensor)->bytes.size());
    return values;
}

Result<void> readArrays(const TensorArchive &archive, Model &model)
{
    auto bank = matrixOf(archive, "bank");
    auto projection = matrixOf(archive, "projection");
    if (!bank)
        return failFrom(std::move(bank));
    if (!projection)
        return failFrom(std::move(projection));
    if (bank->rows() < 1 || bank->dim() < 1 || projection->rows() != bank->dim())
        return fail(ErrorCode::BadFormat,
                    fmt::format("the model's bank is {}x{} and its projection {}x{}", bank->rows(), bank->dim(),
                                projection->rows(), projection->dim()));
    auto origins = integersOf(archive, "origin", {bank->rows(), 4});
    auto support = integersOf(archive, "support", {bank->rows()});
    if (!origins)
        return failFrom(std::move(origins));
    if (!support)
        return failFrom(std::move(support));
    const auto images = static_cast<std::int32_t>(model.info.images.size());
    for (std::size_t i = 0; i < origins->size(); i += 4) {
        const PatchRef ref{(*origins)[i], (*origins)[i + 1], (*origins)[i + 2], (*origins)[i + 3]};
        if (ref.dataset < 0 || ref.image < 0 || ref.image >= images || ref.row < 0 || ref.column < 0)
            return fail(ErrorCode::BadFormat,
                        fmt::format("the origin of the model's row {} is image {} of {}", i / 4, ref.image, images));
        model.origins.push_back(ref);
    }
    model.bank = std::move(*bank);
    model.projection = std::move(*projection);
    model.support = std::move(*support);
    return {};
}

Result<Model> modelOf(const TensorArchive &archive)
{
    const auto info = archive.metadata.find(infoKey);
    const auto hash = archive.metadata.find(hashKey);
    if (info == archive.metadata.end() || hash == archive.metadata.end())
        return fail(ErrorCode::BadFormat, "not a Patina model (its description is missing)");
    // A newer version is told before its hash: it may be made differently.
    auto parsed = modelInfoFromJson(info->second);
    if (!parsed && parsed.error().code == ErrorCode::VersionMismatch)
        return failFrom(std::move(parsed));
    if (contentHash(archive) != hash->second)
        return fail(ErrorCode::Corrupt,
                    "the model is damaged: its contents do not match its SHA-256; use a backup copy "
                    "or train again");
    if (!parsed)
        return failFrom(std::move(parsed));
    Model model;
    model.info = std::move(*parsed);
    if (auto read = readArrays(archive, model); !read)
        return failFrom(std::move(read));
    model.info.hash = hash->second;
    model.info.bankSha256 = sha256Of(archive.tensors.at("bank").bytes);
    return model;
}

} // namespace

Result<std::string> saveModel(const Model &model, const std::filesystem::path &path)
{
    TensorArchive archive = archiveOf(model);
    std::string hash = contentHash(archive);
    archive.metadata[hashKey] = hash;
    return writeSafetensors(path, archive).map([&] { return std::move(hash); });
}

Result<Model> loadModel(const std::filesystem::path &path)
{
    auto archive = readSafetensors(path);
    if (!archive)
        return failFrom(std::move(archive));
    auto model = modelOf(*archive);
    if (!model)
        model.error().detail = fmt::format("{}: {}", path.string(), model.error().detail);
    return model;
}

} // namespace patina
